package city.planofrecord.notice.noticerule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.noticedocument.Change;
import city.planofrecord.notice.noticerule.Holiday.Observance;

/** Reads the rules from the file in which a city writes them, and tells everything that is wrong with it at once. */
public final class RulesReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.ALLOW_COMMENTS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final List<String> problems = new ArrayList<>();

    private RulesReader() {}

    /**
     * The rules of a file.
     *
     * @param written JSON, comments allowed: an object with the list {@code rules}
     * @throws UnreadableRulesException with every problem, each naming its entry, counted from 1
     */
    public static NoticeRules read(String written) {
        JsonNode root;
        try {
            root = JSON.readTree(written);
        } catch (JsonProcessingException e) {
            throw new UnreadableRulesException(List.of("This is no JSON: " + e.getOriginalMessage() + " (line "
                    + e.getLocation().getLineNr() + ")."));
        }
        return new RulesReader().rules(root);
    }

    private NoticeRules rules(JsonNode root) {
        var file = new WrittenRule("The file", root, problems);
        var entries = file.list("rules");
        file.requireNothingElse();
        var rules = new ArrayList<NoticeRule>();
        for (var i = 0; i < entries.size(); i++) {
            rule(i + 1, entries.get(i)).ifPresent(rules::add);
        }
        if (problems.isEmpty()) {
            problems.addAll(NoticeRules.overlaps(rules));
        }
        if (!problems.isEmpty()) {
            throw new UnreadableRulesException(problems);
        }
        return new NoticeRules(rules);
    }

    private Optional<NoticeRule> rule(int place, JsonNode entry) {
        var name = new WrittenRule("Rule " + place, entry, problems).oneOf("rule", RuleName.class);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        var before = problems.size();
        var rule = new WrittenRule("Rule " + place + " (" + name.get() + ")", entry, problems);
        rule.text("rule");
        var citation = rule.text("citation").orElse("");
        var inForce = inForce(rule);
        var read = read(name.get(), rule, citation, inForce);
        rule.requireNothingElse();
        return problems.size() == before ? read : Optional.empty();
    }

    private static InForce inForce(WrittenRule rule) {
        var from = day(rule, "from");
        var until = day(rule, "until");
        if (from != null && until != null && !from.isBefore(until)) {
            rule.wrong("until", "must be later than from, " + from + ", found " + until + ".");
            return InForce.ALWAYS;
        }
        return new InForce(from, until);
    }

    private static @Nullable LocalDate day(WrittenRule rule, String field) {
        return rule.optional(field)
                ? rule.parsed(field, LocalDate::parse, "a date such as 2011-03-23")
                        .orElse(null)
                : null;
    }

    private static Optional<NoticeRule> read(RuleName name, WrittenRule rule, String citation, InForce inForce) {
        return switch (name) {
            case POSTING_PERIOD ->
                rule.number("calendarDays", 0).map(days -> new NoticeRule.PostingPeriod(days, citation, inForce));
            case SPEAKER_REQUESTS_CLOSE -> Optional.of(new NoticeRule.SpeakerRequestsClose(citation, inForce));
            case COMMENTS_CLOSE -> Optional.of(new NoticeRule.CommentsClose(citation, inForce));
            case FIRST_WORK_WEEK ->
                rule.oneOf("workWeekBegins", DayOfWeek.class)
                        .map(day -> new NoticeRule.FirstWorkWeek(day, citation, inForce));
            case ENACTMENT ->
                rule.oneOf("mode", EnactmentMode.class).map(mode -> new NoticeRule.Enactment(mode, citation, inForce));
            case FIXED_DATE -> Optional.of(new NoticeRule.FixedDate(citation, inForce));
            case PROVISIONAL_APPROVAL ->
                Optional.of(new NoticeRule.ProvisionalApproval(
                        rule.texts("bodies"), rule.someOf("changes", Change.class), citation, inForce));
            case OFFICE_HOURS -> officeHours(rule, citation, inForce);
            case HOLIDAYS -> holidays(rule, citation, inForce);
            case PERSONAL_DATA_RETENTION -> retention(rule, citation, inForce);
        };
    }

    private static Optional<NoticeRule> officeHours(WrittenRule rule, String citation, InForce inForce) {
        var days = rule.someOf("days", DayOfWeek.class);
        var concerns = rule.someOf("concerns", Occasion.class);
        var opens = rule.parsed("opens", LocalTime::parse, "a time such as 08:00");
        var closes = rule.parsed("closes", LocalTime::parse, "a time such as 17:00");
        if (opens.isEmpty() || closes.isEmpty()) {
            return Optional.empty();
        }
        if (!opens.get().isBefore(closes.get())) {
            rule.wrong("closes", "must be later than opens, " + opens.get() + ", found " + closes.get() + ".");
            return Optional.empty();
        }
        return Optional.of(new NoticeRule.OfficeHours(days, opens.get(), closes.get(), concerns, citation, inForce));
    }

    private static Optional<NoticeRule> holidays(WrittenRule rule, String citation, InForce inForce) {
        var concerns = rule.someOf("concerns", Occasion.class);
        var holidays = new ArrayList<Holiday>();
        var entries = rule.list("days");
        for (var i = 0; i < entries.size(); i++) {
            holiday(rule.within("days", i, entries.get(i))).ifPresent(holidays::add);
        }
        return Optional.of(new NoticeRule.Holidays(holidays, concerns, citation, inForce));
    }

    private static Optional<Holiday> holiday(WrittenRule day) {
        var name = day.text("name").orElse("");
        Optional<Holiday> holiday;
        if (day.has("date")) {
            holiday = day.parsed("date", LocalDate::parse, "a date such as 2011-07-05")
                    .map(date -> new Holiday.Once(name, date));
        } else if (day.has("weekday")) {
            holiday = weekdayOfMonth(day, name);
        } else {
            holiday = everyYear(day, name);
        }
        day.requireNothingElse();
        return holiday;
    }

    private static Optional<Holiday> weekdayOfMonth(WrittenRule day, String name) {
        var weekday = day.oneOf("weekday", DayOfWeek.class);
        var month = day.oneOf("month", Month.class);
        var week = day.number("week", -1);
        if (week.isPresent() && (week.get() == 0 || week.get() > 5)) {
            day.wrong("week", "must be 1 to 5, or -1 for the last of the month, found " + week.get() + ".");
            return Optional.empty();
        }
        return weekday.isEmpty() || month.isEmpty() || week.isEmpty()
                ? Optional.empty()
                : Optional.of(new Holiday.WeekdayOfMonth(name, month.get(), week.get(), weekday.get()));
    }

    private static Optional<Holiday> everyYear(WrittenRule day, String name) {
        var date = day.parsed("monthDay", text -> MonthDay.parse("--" + text), "month and day such as 07-04");
        var observance = day.oneOf("observance", Observance.class);
        return date.isEmpty() || observance.isEmpty()
                ? Optional.empty()
                : Optional.of(new Holiday.EveryYear(name, date.get(), observance.get()));
    }

    private static Optional<NoticeRule> retention(WrittenRule rule, String citation, InForce inForce) {
        var period = rule.parsed("period", Period::parse, "a period such as P3Y");
        if (period.isPresent() && (period.get().isNegative() || period.get().isZero())) {
            rule.wrong("period", "must be longer than nothing, found " + period.get() + ".");
            return Optional.empty();
        }
        return period.map(some -> new NoticeRule.PersonalDataRetention(some, citation, inForce));
    }
}
