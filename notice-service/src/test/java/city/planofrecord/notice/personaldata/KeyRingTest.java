package city.planofrecord.notice.personaldata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

class KeyRingTest {

    private static final String OLD = "2025:" + Base64.getEncoder().encodeToString(new byte[32]);
    private static final String NEW =
            "2026:" + Base64.getEncoder().encodeToString("a key of thirty-two bytes length".getBytes(UTF_8));
    private static final UUID ENTRY = new UUID(1, 2);
    private static final byte[] TEXT = "Pat Rivera".getBytes(UTF_8);

    private final KeyRing old = KeyRing.of(OLD);

    @Test
    void whatIsSealedOpensAndIsNotTheSameTwice() {
        var sealed = old.seal(ENTRY, TEXT);

        assertThat(old.open(ENTRY, sealed)).isEqualTo(TEXT);
        assertThat(new String(sealed.text(), UTF_8)).doesNotContain("Rivera");
        assertThat(old.seal(ENTRY, TEXT).text()).isNotEqualTo(sealed.text());
        assertThat(sealed.keyId()).isEqualTo("2025");
    }

    @Test
    void whatIsSealedForOneEntryIsNoOthers() {
        var sealed = old.seal(ENTRY, TEXT);

        assertThatIllegalStateException().isThrownBy(() -> old.open(new UUID(1, 3), sealed));
    }

    @Test
    void withoutItsOwnKeyItDoesNotOpen() {
        var sealed = old.seal(ENTRY, TEXT);
        var others = old.seal(ENTRY, TEXT);

        assertThatIllegalStateException()
                .isThrownBy(() -> old.open(ENTRY, new Sealed(sealed.text(), "2025", others.wrappedKey())));
    }

    @Test
    void aSingleChangedBitIsNoticed() {
        var sealed = old.seal(ENTRY, TEXT);
        for (var place = 0; place < sealed.text().length; place++) {
            var changed = sealed.text();
            changed[place] ^= 1;
            assertThatIllegalStateException()
                    .isThrownBy(() -> old.open(ENTRY, new Sealed(changed, "2025", sealed.wrappedKey())));
        }
    }

    @Test
    void anotherKeyUnderTheSameIdOpensNothing() {
        var sealed = old.seal(ENTRY, TEXT);

        assertThatIllegalStateException()
                .isThrownBy(() -> KeyRing.of(NEW.replace("2026", "2025")).open(ENTRY, sealed))
                .withMessageContaining("2025");
        assertThatIllegalStateException()
                .isThrownBy(() -> KeyRing.of(NEW).open(ENTRY, sealed))
                .withMessageContaining("not on the ring");
    }

    @Test
    void aKeyIsReplacedWithoutSealingAnew() {
        var both = KeyRing.of(NEW + "," + OLD);
        var sealed = old.seal(ENTRY, TEXT);

        assertThat(both.sealsWith()).isEqualTo("2026");
        assertThat(both.open(ENTRY, sealed)).isEqualTo(TEXT);
        var anew = both.wrappedAnew(ENTRY, sealed);
        assertThat(anew.text()).isEqualTo(sealed.text());
        assertThat(KeyRing.of(NEW).open(ENTRY, anew)).isEqualTo(TEXT);
    }

    @Test
    void aPseudonymIsTheSameWithinOneScopeAndKeyOnly() {
        assertThat(old.pseudonym("1341", "pat")).isEqualTo(KeyRing.of(OLD).pseudonym("1341", "pat"));
        assertThat(old.pseudonym("1341", "pat")).isNotEqualTo(old.pseudonym("1342", "pat"));
        assertThat(old.pseudonym("1341", "pat")).isNotEqualTo(old.pseudonym("1341", "pam"));
        assertThat(old.pseudonym("1341", "pat")).isNotEqualTo(KeyRing.of(NEW).pseudonym("1341", "pat"));
    }

    @Test
    void keysThatCannotBeReadAreRefusedWithoutBeingShown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyRing.of("2026:bm90IGxvbmcgZW5vdWdo"))
                .withMessageContaining("2026")
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("bm90"));
        assertThatIllegalArgumentException().isThrownBy(() -> KeyRing.of(""));
        assertThatIllegalArgumentException().isThrownBy(() -> KeyRing.of("bm90IGxvbmcgZW5vdWdo"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyRing.of(OLD + "," + OLD))
                .withMessageContaining("twice");
        assertThatIllegalArgumentException().isThrownBy(() -> KeyRing.of("2026:%%%"));
    }

    @Test
    void productionNeedsAKeyThatNobodyElseCanRead() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ConfiguredKeys.keys(Optional.empty(), true))
                .withMessageContaining("PERSONAL_DATA_KEY is not set");
        var local = Optional.of(OLD.replace("2025", "only-local"));
        assertThatIllegalStateException()
                .isThrownBy(() -> ConfiguredKeys.keys(local, true))
                .withMessageContaining("for development");
        assertThat(ConfiguredKeys.keys(local, false).sealsWith()).isEqualTo("only-local");
        assertThat(ConfiguredKeys.keys(Optional.of(NEW), true).sealsWith()).isEqualTo("2026");
    }
}
