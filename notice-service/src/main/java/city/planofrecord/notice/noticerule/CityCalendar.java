package city.planofrecord.notice.noticerule;

import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

import city.planofrecord.notice.noticerule.NoticeRule.Holidays;
import city.planofrecord.notice.noticerule.NoticeRule.OfficeHours;

/**
 * When the city's offices are open. Unlike other rules these hold for the days that they speak of, whatever the date of
 * the notice. They move nothing: they tell what to look at again.
 */
public record CityCalendar(List<OfficeHours> officeHours, List<Holidays> holidays, ZoneId zone) {

    public CityCalendar {
        officeHours = List.copyOf(officeHours);
        holidays = List.copyOf(holidays);
    }

    /** Every rule by which the offices are closed at a time of a notice; none where no rule concerns it. */
    public List<Judgement> closures(Occasion occasion, OffsetDateTime at) {
        var local = at.atZoneSameInstant(zone).toLocalDateTime();
        var day = local.toLocalDate();
        var closures = new ArrayList<Judgement>();
        for (var rule : officeHours) {
            if (rule.inForce().covers(day)
                    && rule.concerns().contains(occasion)
                    && !(rule.days().contains(day.getDayOfWeek()) && isWithin(rule, local.toLocalTime()))) {
                closures.add(closed(rule, occasion, at, "is outside the office hours.", rule.inWords()));
            }
        }
        for (var rule : holidays) {
            if (rule.inForce().covers(day) && rule.concerns().contains(occasion)) {
                rule.days().stream()
                        .filter(holiday -> holiday.closes(day))
                        .findFirst()
                        .ifPresent(holiday -> closures.add(closed(
                                rule,
                                occasion,
                                at,
                                "is a holiday: " + holiday.name() + ".",
                                "The offices are closed on " + day + ".")));
            }
        }
        return List.copyOf(closures);
    }

    private static boolean isWithin(OfficeHours rule, LocalTime time) {
        return !time.isBefore(rule.opens()) && !time.isAfter(rule.closes());
    }

    private Judgement closed(NoticeRule rule, Occasion occasion, OffsetDateTime at, String how, String why) {
        var local = at.atZoneSameInstant(zone).toOffsetDateTime();
        var inputs = new LinkedHashMap<String, String>();
        inputs.put("occasion", occasion.name());
        inputs.put("at", local.toString());
        return new Judgement(
                false,
                rule.name(),
                rule.citation(),
                local,
                "a time when the offices are open",
                List.of(
                        Words.of(local.toLocalDate()) + " at " + local.toLocalTime() + ", " + occasion.inWords() + ", "
                                + how,
                        why),
                inputs);
    }
}
