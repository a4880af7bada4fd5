package city.planofrecord.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RevisionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"7-0a1b\"",
                "\"7\"",
                "*",
                " * ",
                "\"6-aa\", \"7-bb\"",
                "W/\"7-aa\",\"7-aa\"",
                "\"7-aa\", ",
                ", ,\"7-aa\"",
                "\"of-another,service\", \"7-x\""
            })
    void aRevisionThatIsNamedOrAnyWillDo(String ifMatch) {
        assertThatCode(() -> Revision.of(ifMatch).requireCurrent(7)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"6-0a1b\"", "W/\"7-0a1b\"", "\"\"", "\"7-a-b\"", "\"70\", \"77\""})
    void anotherRevisionAWeakETagOrOneOfSomebodyElseDoesNotMatch(String ifMatch) {
        assertThat(kind(ifMatch)).isEqualTo(ProblemKind.STALE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "7-0a1b", "\"7", "\"7\" \"8\"", "w/\"7\"", "*, \"7\"", "\"a\u0001\""})
    void whatIsNoListOfETagsIsMalformed(String ifMatch) {
        assertThat(kind(ifMatch)).isEqualTo(ProblemKind.MALFORMED);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void aChangeNeedsTheETagOfWhatWasRead(String ifMatch) {
        assertThat(kind(ifMatch)).isEqualTo(ProblemKind.PRECONDITION_REQUIRED);
    }

    private static ProblemKind kind(String ifMatch) {
        return catchThrowableOfType(Refused.class, () -> Revision.of(ifMatch).requireCurrent(7))
                .kind();
    }
}
