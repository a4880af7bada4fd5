package city.planofrecord.notice.rulebook;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.noticerule.Holiday;
import city.planofrecord.notice.noticerule.NoticeRule;
import city.planofrecord.notice.noticerule.RuleName;

/**
 * A rule, where it is written and for when.
 *
 * @param figures by the names that they have in the file of rules
 */
@Schema(name = "NoticeRule")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RuleView(
        RuleName rule,
        @Schema(examples = "Career Service Rule 7-37 A") String citation,

        @Nullable
        @Schema(
                description =
                        "The first date of the notices that it applies to; of office hours and holidays, the first day on which they hold")
        LocalDate from,

        @Nullable @Schema(description = "The first that it no longer applies to")
        LocalDate until,

        @Schema(description = "What it says", examples = "The approval of the Board is enough.")
        String inWords,

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(
                description = "Its figures, by the names that they have in the file of rules",
                examples = "{\"calendarDays\": 13}")
        Map<String, Object> figures) {

    static RuleView of(NoticeRule rule) {
        return new RuleView(
                rule.name(),
                rule.citation(),
                rule.inForce().from(),
                rule.inForce().until(),
                rule.inWords(),
                figures(rule));
    }

    private static Map<String, Object> figures(NoticeRule rule) {
        var figures = new LinkedHashMap<String, Object>();
        switch (rule) {
            case NoticeRule.PostingPeriod posting -> figures.put("calendarDays", posting.calendarDays());
            case NoticeRule.SpeakerRequestsClose _, NoticeRule.CommentsClose _, NoticeRule.FixedDate _ -> {}
            case NoticeRule.FirstWorkWeek week -> figures.put("workWeekBegins", week.workWeekBegins());
            case NoticeRule.Enactment enactment -> figures.put("mode", enactment.mode());
            case NoticeRule.ProvisionalApproval approval -> {
                figures.put("bodies", approval.bodies());
                figures.put("changes", new TreeSet<>(approval.changes()));
            }
            case NoticeRule.OfficeHours hours -> {
                figures.put("days", new TreeSet<>(hours.days()));
                figures.put("opens", hours.opens().toString());
                figures.put("closes", hours.closes().toString());
                figures.put("concerns", new TreeSet<>(hours.concerns()));
            }
            case NoticeRule.Holidays holidays -> {
                figures.put("days", holidays.days().stream().map(RuleView::day).toList());
                figures.put("concerns", new TreeSet<>(holidays.concerns()));
            }
            case NoticeRule.PersonalDataRetention retention ->
                figures.put("period", retention.period().toString());
        }
        return figures;
    }

    private static Map<String, Object> day(Holiday holiday) {
        var day = new LinkedHashMap<String, Object>();
        day.put("name", holiday.name());
        switch (holiday) {
            case Holiday.EveryYear every -> {
                day.put("monthDay", every.date().toString().substring("--".length()));
                day.put("observance", every.observance());
            }
            case Holiday.WeekdayOfMonth of -> {
                day.put("month", of.month());
                day.put("week", of.week());
                day.put("weekday", of.weekday());
            }
            case Holiday.Once once -> day.put("date", once.date().toString());
        }
        return day;
    }
}
