package city.planofrecord.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.hostile.RegularExpressions;

/** No text makes a regular expression go back and back. */
class RegularExpressionsTest {

    private static final Path CLASSES = Path.of("target", "classes");

    /** Matched with whole lines, of less than 200 characters, see Markup. */
    private static final String ALL_BOLD = "\\s*(?:\\*\\*|__)[^*]+(?:\\*\\*|__):?\\s*";

    @Test
    void everyExpressionLooksAtEachCharacterABoundedNumberOfTimes() {
        assertThat(RegularExpressions.all(CLASSES)).hasSizeGreaterThan(10);
        assertThat(RegularExpressions.slow(CLASSES, ALL_BOLD)).isEmpty();
    }
}
