package city.planofrecord.notice.noticerule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;

import org.junit.jupiter.api.Test;

import city.planofrecord.notice.noticedocument.Change;

class RulesReaderTest {

    @Test
    void theStandardRulesSayWhatTheDesignSays() {
        var rules = NoticeRules.standard();
        var on = LocalDate.parse("2011-03-23");

        assertThat(rules.find(NoticeRule.PostingPeriod.class, on).orElseThrow().calendarDays())
                .isEqualTo(13);
        assertThat(rules.find(NoticeRule.Enactment.class, on).orElseThrow().mode())
                .isEqualTo(EnactmentMode.NONE);
        assertThat(rules.find(NoticeRule.PersonalDataRetention.class, on)
                        .orElseThrow()
                        .period())
                .isEqualTo(Period.ofYears(3));
        assertThat(rules.missing(on)).isEmpty();
        assertThat(rules.rules())
                .allSatisfy(rule -> assertThat(rule.citation()).isNotBlank())
                .allSatisfy(rule -> assertThat(rule.inWords()).endsWith("."));
    }

    @Test
    void aRuleIsReadWithItsPeriod() {
        var rules = RulesReader.read("""
                // a comment
                { "rules": [ { "rule": "ENACTMENT", "mode": "NONE", "citation": "Old", "until": "2012-01-01" },
                             { "rule": "ENACTMENT", "mode": "BEFORE", "citation": "New", "from": "2012-01-01" },
                             { "rule": "PROVISIONAL_APPROVAL", "bodies": ["The Director"], "changes": ["RETITLE"],
                               "citation": "Rule 1" } ] }
                """);

        assertThat(rules.find(NoticeRule.Enactment.class, LocalDate.parse("2011-12-31"))
                        .orElseThrow()
                        .citation())
                .isEqualTo("Old");
        assertThat(rules.find(NoticeRule.Enactment.class, LocalDate.parse("2012-01-01"))
                        .orElseThrow()
                        .mode())
                .isEqualTo(EnactmentMode.BEFORE);
        assertThat(rules.find(NoticeRule.ProvisionalApproval.class, LocalDate.parse("2012-01-01"))
                        .orElseThrow())
                .satisfies(rule -> assertThat(rule.isBy("  the   DIRECTOR ")).isTrue())
                .satisfies(
                        rule -> assertThat(rule.isBy("The Director of Parks")).isFalse())
                .satisfies(rule -> assertThat(rule.changes()).isEqualTo(EnumSet.of(Change.RETITLE)));
    }

    @Test
    void everyMistakeIsToldAtItsEntry() {
        assertThat(problems("""
                { "rules": [ { "rule": "POSTING_PERIOD", "calendarDays": -1, "citation": "c" },
                             { "rule": "POSTING_PERIOD", "calenderDays": 13, "citation": "" },
                             { "rule": "HALF_HOLIDAY", "citation": "c" },
                             { "rule": "FIRST_WORK_WEEK", "workWeekBegins": "SOMEDAY", "citation": "c",
                               "from": "2011-02-30", "until": "2011-01-01" },
                             { "rule": "HOLIDAYS", "citation": "c", "concerns": ["HEARING"],
                               "days": [ { "name": "n", "month": "MAY", "week": 0, "weekday": "MONDAY" },
                                         { "name": "n", "monthDay": "13-01", "observance": "NEAREST_WEEKDAY" } ] },
                             { "rule": "OFFICE_HOURS", "citation": "c", "days": ["MONDAY"], "opens": "17:00",
                               "closes": "08:00", "concerns": [] },
                             { "rule": "PERSONAL_DATA_RETENTION", "citation": "c", "period": "P0D" } ],
                  "zone": "UTC" }
                """))
                .satisfies(problems -> assertThat(problems)
                        .anySatisfy(one -> assertThat(one).startsWith("The file, zone: no such thing is known"))
                        .anySatisfy(one -> assertThat(one)
                                .startsWith("Rule 1 (POSTING_PERIOD), calendarDays: ")
                                .endsWith("found -1."))
                        .anySatisfy(one -> assertThat(one).startsWith("Rule 2 (POSTING_PERIOD), citation: "))
                        .anySatisfy(one -> assertThat(one)
                                .startsWith("Rule 2 (POSTING_PERIOD), calendarDays: ")
                                .endsWith("it is missing."))
                        .anySatisfy(one ->
                                assertThat(one).startsWith("Rule 2 (POSTING_PERIOD), calenderDays: no such thing"))
                        .anySatisfy(one -> assertThat(one).startsWith("Rule 3, rule: must be one of "))
                        .anySatisfy(one -> assertThat(one).startsWith("Rule 4 (FIRST_WORK_WEEK), workWeekBegins: "))
                        .anySatisfy(one -> assertThat(one).startsWith("Rule 4 (FIRST_WORK_WEEK), from: "))
                        .anySatisfy(one -> assertThat(one).startsWith("Rule 5 (HOLIDAYS), days 1, week: "))
                        .anySatisfy(one -> assertThat(one).startsWith("Rule 5 (HOLIDAYS), days 2, monthDay: "))
                        .anySatisfy(one -> assertThat(one).startsWith("Rule 6 (OFFICE_HOURS), closes: "))
                        .anySatisfy(one -> assertThat(one).startsWith("Rule 6 (OFFICE_HOURS), concerns: "))
                        .anySatisfy(one -> assertThat(one).startsWith("Rule 7 (PERSONAL_DATA_RETENTION), period: "))
                        .hasSize(13));
    }

    @Test
    void twoRulesOfOneNameForTheSameNoticesAreNamedByTheirPlaces() {
        assertThat(problems("""
                { "rules": [ { "rule": "COMMENTS_CLOSE", "citation": "a", "until": "2012-01-01" },
                             { "rule": "FIXED_DATE", "citation": "b" },
                             { "rule": "COMMENTS_CLOSE", "citation": "c", "from": "2011-12-31" } ] }
                """)).singleElement().asString().startsWith("Rules 1 and 3, both COMMENTS_CLOSE");
    }

    @Test
    void whatIsNoJsonIsToldWithItsLine() {
        assertThatThrownBy(() -> RulesReader.read("{\n\"rules\": [\n}"))
                .isInstanceOf(UnreadableRulesException.class)
                .hasMessageContaining("(line 3)");
        assertThat(problems("[]")).isNotEmpty();
        assertThat(problems("")).isNotEmpty();
        assertThat(problems("{ \"rules\": [ 1, null, \"x\" ] }")).hasSize(3);
    }

    private static List<String> problems(String written) {
        return catchThrowableOfType(UnreadableRulesException.class, () -> RulesReader.read(written))
                .problems();
    }
}
