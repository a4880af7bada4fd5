package city.planofrecord.notice.noticerule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.noticerule.Worked.WorkedDate;

/**
 * The date from which a change counts, and how it came about.
 *
 * @param date inclusive; that of the override, if there is one
 * @param rule by which the date was worked out before anyone overrode it, with its citation and steps
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EffectiveDate(
        LocalDate date,
        RuleName rule,
        String citation,
        List<String> steps,
        @Nullable DateOverride override) {

    /**
     * A human's decision for another date, which stays visible.
     *
     * @param insteadOf the date that it replaced
     */
    public record DateOverride(LocalDate date, LocalDate insteadOf, String citation, String reason) {}

    public EffectiveDate {
        steps = List.copyOf(steps);
    }

    /**
     * A date that was worked out by rule.
     *
     * @throws IllegalArgumentException if it has no value yet
     */
    public static EffectiveDate byRule(WorkedDate worked) {
        var date = worked.value();
        if (date == null) {
            throw new IllegalArgumentException("There is no date yet: " + worked.steps());
        }
        return new EffectiveDate(date, worked.rule(), worked.citation(), worked.steps(), null);
    }

    /** A date that a law fixes. */
    public static EffectiveDate fixed(LocalDate date, String citation) {
        return new EffectiveDate(
                date,
                RuleName.FIXED_DATE,
                cited(citation),
                List.of(citation + " orders the change for " + date + "."),
                null);
    }

    /**
     * The same change from another date.
     *
     * @throws IllegalArgumentException without a citation or a reason
     */
    public EffectiveDate overridden(LocalDate other, String citedIn, String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("Give the reason for another date");
        }
        var more = new ArrayList<>(steps);
        more.add("Set to " + other + " instead of " + date + " by " + cited(citedIn) + ": " + reason);
        return new EffectiveDate(other, rule, citation, more, new DateOverride(other, date, citedIn, reason));
    }

    private static String cited(String citation) {
        if (citation.isBlank()) {
            throw new IllegalArgumentException("Cite what allows the date");
        }
        return citation;
    }
}
