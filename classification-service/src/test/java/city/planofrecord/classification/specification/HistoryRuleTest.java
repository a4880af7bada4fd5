package city.planofrecord.classification.specification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HistoryRuleTest {

    private static final PartialDate AUGUST = new PartialDate("8/2009", 2009, 8, null);

    @Test
    void initialsStandAfterTheDateOrAtTheEnd() {
        assertThat(HistoryRule.entry("8/2009 (PW) - Duties were revised."))
                .isEqualTo(new HistoryEntry(AUGUST, "PW", "Duties were revised."));
        assertThat(HistoryRule.entry("8/2009: Duties were revised. (PW)"))
                .isEqualTo(new HistoryEntry(AUGUST, "PW", "Duties were revised."));
        assertThat(HistoryRule.entry("8/2009 – Duties were revised"))
                .isEqualTo(new HistoryEntry(AUGUST, null, "Duties were revised"));
    }

    @Test
    void anAbbreviationIsNoInitials() {
        assertThat(HistoryRule.entry("8/2009: The statement was revised (GSD)").initials())
                .isNull();
    }

    @Test
    void anEntryMayHaveNoDate() {
        assertThat(HistoryRule.entry("This is a new class."))
                .isEqualTo(new HistoryEntry(null, null, "This is a new class."));
    }

    @Test
    void theFirstEntryMayStandBesideTheHeadingWithAColonOrWithout() {
        for (var heading : new String[] {
            "CLASS HISTORY This is a new class.",
            "CLASS HISTORY: This is a new class.",
            "CLASS HISTORY\n\nThis is a new class.",
            "**Class History: This is a new class.**"
        }) {
            assertThat(Documents.reading(heading).history())
                    .as(heading)
                    .containsExactly(new HistoryEntry(null, null, "This is a new class."));
        }
    }

    @Test
    void eachDateBeginsAnEntry() {
        var read = Documents.reading(
                "CLASS HISTORY\n\n4/2007 (MP) - Changed, and\nchanged again.\n8/2009 - Revised.\n\nx/2011: Rewritten. (MF)");

        assertThat(read.history())
                .extracting(HistoryEntry::text)
                .containsExactly("Changed, and changed again.", "Revised.", "Rewritten.");
    }
}
