package city.planofrecord.notice.draftfinding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.http.Refused;
import city.planofrecord.notice.notice.DraftFinding;
import city.planofrecord.notice.notice.Settlement;
import city.planofrecord.notice.noticedocument.Severity;

class SettlingTest {

    private final Settling settling =
            new Settling(List.of(finding(1, Severity.WARNING), finding(2, Severity.ERROR), finding(3, Severity.INFO)));

    @Test
    void aWarningIsAcceptedWithAReason() {
        var settled = settling.settle(List.of(1), accepted("It is as written."));

        assertThat(settled).extracting(DraftFinding::isSettled).containsExactly(true, false, false);
        assertThat(settled).extracting(DraftFinding::isOpen).containsExactly(false, true, false);
    }

    @Test
    void anErrorIsMendedAndNeverAccepted() {
        assertThat(settling.settle(List.of(2), fixed()).get(1).isSettled()).isTrue();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> settling.settle(List.of(1, 2), accepted("It is as written.")))
                .satisfies(refused -> assertThat(refused.violations())
                        .singleElement()
                        .satisfies(violation -> assertThat(violation.message()).contains("Finding 2 is an error")));
    }

    @Test
    void nothingIsAcceptedWithoutAReason() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> settling.settle(List.of(1), accepted(null)))
                .withMessageContaining("Say why");
    }

    @Test
    void aFindingThatIsNotThereIsNamed() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> settling.settle(List.of(1, 9), fixed()))
                .withMessageContaining("no finding 9");
    }

    @Test
    void whatWasSettledCanBeOpenedAgain() {
        var settled = new Settling(settling.settle(List.of(1, 2), fixed()));

        assertThat(settled.reopen(1)).extracting(DraftFinding::isSettled).containsExactly(false, true, false);
    }

    private static DraftFinding finding(int number, Severity severity) {
        return new DraftFinding(severity, "PARTIAL_DATE", "The day is missing.", null, null, number, null, null);
    }

    private static Settlement fixed() {
        return new Settlement(Settlement.How.FIXED, null, "analyst", Instant.EPOCH);
    }

    private static Settlement accepted(String reason) {
        return new Settlement(Settlement.How.ACCEPTED, reason, "analyst", Instant.EPOCH);
    }
}
