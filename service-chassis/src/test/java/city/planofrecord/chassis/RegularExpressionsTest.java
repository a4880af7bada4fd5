package city.planofrecord.chassis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.hostile.RegularExpressions;

/** No text makes a regular expression go back and back. */
class RegularExpressionsTest {

    private static final Path CLASSES = Path.of("target", "classes");

    /** Looked at from a place on and no further, see Revision. */
    private static final String ETAG = "\\s*(?<weak>W/)?\"(?<opaque>[\\x21\\x23-\\x7e\\x80-\\xff]*)\"\\s*(?:,|$)|\\s*,";

    @Test
    void everyExpressionLooksAtEachCharacterABoundedNumberOfTimes() {
        assertThat(RegularExpressions.all(CLASSES)).hasSizeGreaterThan(10);
        assertThat(RegularExpressions.slow(CLASSES, ETAG)).isEmpty();
    }
}
