package city.planofrecord.paygrade.classpay;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.ledger.Authority;
import city.planofrecord.chassis.ledger.TextArray;

/** By what assignments and grades are not: an image that is not there has no row that could say. */
@Singleton
class Endings {

    private final Jdbi jdbi;
    private final ObjectMapper json;

    Endings(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** An act that says that a thing is not, from a day on or for a period. */
    private record Ending(UUID thing, Cause cause) {

        boolean speaksOf(LocalDate day) {
            return !day.isBefore(cause.effectiveFrom())
                    && (cause.effectiveUntil() == null || day.isBefore(cause.effectiveUntil()));
        }
    }

    /** The acts that ended the things, by which a day without a row is explained. */
    static final class Known {

        private final Map<UUID, List<Ending>> byThing;

        private Known(List<Ending> endings) {
            this.byThing = endings.stream().collect(Collectors.groupingBy(Ending::thing));
        }

        /** The act by which the thing is not on the day; empty where none says so. */
        Optional<Cause> on(UUID thing, LocalDate day) {
            return byThing.getOrDefault(thing, List.of()).stream()
                    .filter(ending -> ending.speaksOf(day))
                    .map(Ending::cause)
                    .max(Comparator.comparing(Cause::effectiveFrom));
        }
    }

    /** What ended the assignments of the classes. */
    Known ofAssignments(Set<UUID> classIds, @Nullable Instant knownAt) {
        return known("grade_assignment", Cause.Kind.ASSIGNMENT, classIds, knownAt);
    }

    Known ofGrades(Set<UUID> gradeIds, @Nullable Instant knownAt) {
        return known("pay_grade", Cause.Kind.RANGE, gradeIds, knownAt);
    }

    private Known known(String ledger, Cause.Kind fact, Set<UUID> things, @Nullable Instant knownAt) {
        var then = "(cast(:knownAt as timestamptz) is null or %s.recorded_at <= :knownAt)";
        return new Known(jdbi.withHandle(handle -> handle.createQuery(
                        "select a.subject_id, a.effective_from, a.effective_until, a.recorded_at, a.authority from "
                                + ledger
                                + "_act a where a.subject_id in (select unnest(cast(:things as uuid[]))) and a.existence = false and "
                                + then.formatted("a") + " and not exists (select 1 from " + ledger
                                + "_act c where c.subject_id = a.subject_id and c.cancels = a.id and "
                                + then.formatted("c") + ") order by a.revision")
                .bind("things", TextArray.of(things))
                .bind("knownAt", knownAt == null ? null : OffsetDateTime.ofInstant(knownAt, ZoneOffset.UTC))
                .map((rs, _) -> new Ending(
                        rs.getObject(1, UUID.class),
                        new Cause(
                                fact,
                                rs.getObject(2, LocalDate.class),
                                rs.getObject(3, LocalDate.class),
                                rs.getObject(4, OffsetDateTime.class).toInstant(),
                                authority(rs.getString(5)))))
                .list()));
    }

    private Authority authority(String text) {
        try {
            return json.readValue(text, Authority.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored authority that cannot be read", e);
        }
    }
}
