package city.planofrecord.paygrade.classpay;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.Problem;
import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;

/** Tells what classes are paid on a day: one or ten thousand of them in the same way. */
@Singleton
class ClassPay {

    private static final String DATE = "a date such as 2011-04-10";

    private final KnownPlans plans;

    ClassPay(KnownPlans plans) {
        this.plans = plans;
    }

    /**
     * What the class that the code means is paid on the day.
     *
     * @throws Refused (404) where the class is unknown, or it or its assignment is not in effect on the day; says when it is
     */
    ClassPayView of(String jobCode, LocalDate day, @Nullable Instant knownAt) {
        return plans.bearing(Set.of(jobCode), knownAt).on(jobCode, day);
    }

    /**
     * An answer to each look-up, in their order: a {@link ClassPayView}, or the {@link Problem} that {@link #of} would have
     * been refused with.
     *
     * @param today for look-ups that name no day
     */
    List<Object> ofEach(List<Lookup> lookups, LocalDate today, @Nullable Instant knownAt) {
        var codes = lookups.stream()
                .map(lookup -> lookup.jobCode() == null ? "" : lookup.jobCode())
                .collect(Collectors.toSet());
        var plan = plans.bearing(codes, knownAt);
        return lookups.stream().map(lookup -> answer(plan, lookup, today)).toList();
    }

    private static Object answer(KnownPlan plan, Lookup lookup, LocalDate today) {
        var code = lookup.jobCode() == null ? "" : lookup.jobCode();
        try {
            if (code.isBlank()) {
                throw malformed("jobCode", "is missing", null, "a job code such as CA2433");
            }
            return plan.on(code, lookup.asOf() == null ? today : day(lookup.asOf()));
        } catch (Refused refused) {
            return Problem.of(refused, "/class-pay/" + code);
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw malformed("asOf", "is not " + DATE, text, DATE);
        }
    }

    private static Refused malformed(String field, String message, @Nullable String found, String expected) {
        return new Refused(
                ProblemKind.MALFORMED,
                (found == null ? field + " " + message : "'" + found + "' " + message) + ".",
                List.of(Violation.ofParameter(field, message, found, expected)));
    }
}
