package city.planofrecord.paygrade.classpay;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.heard.HeardLedger;
import city.planofrecord.chassis.ledger.Days;
import city.planofrecord.chassis.ledger.Ledger;

/** Finds the classes that a question about all of them has to look at, so that it need not look at the others. */
@Singleton
class TouchedClasses {

    private final Jdbi jdbi;

    TouchedClasses(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Those of which a row, or a row of a grade that they carry, begins or ends on one of the days. */
    Set<UUID> turning(Days days, @Nullable Instant knownAt) {
        var values = new HashMap<String, Object>();
        if (knownAt != null) {
            values.put("knownAt", OffsetDateTime.ofInstant(knownAt, ZoneOffset.UTC));
        }
        if (days.from() != null) {
            values.put("from", days.from());
        }
        if (days.until() != null) {
            values.put("until", days.until());
        }
        return classes(
                HeardLedger.known("r", knownAt) + " and " + turns("r", days),
                Ledger.known("r", knownAt) + " and " + turns("r", days),
                Ledger.known("r", knownAt),
                values);
    }

    private static String turns(String alias, Days days) {
        return "(" + within(alias + ".effective_from", days) + " or " + within(alias + ".effective_until", days) + ")";
    }

    private static String within(String date, Days days) {
        return "(" + date + " is not null" + (days.from() == null ? "" : " and " + date + " >= :from")
                + (days.until() == null ? "" : " and " + date + " < :until") + ")";
    }

    /**
     * Those about which something that touches the days was recorded, heard or superseded between two instants, or about
     * the grades that they carried or carry.
     *
     * @param after exclusive
     * @param upTo inclusive
     */
    Set<UUID> changed(Instant after, Instant upTo, Days days) {
        var values = new HashMap<>(days.bound(Map.of(
                "after", OffsetDateTime.ofInstant(after, ZoneOffset.UTC),
                "upTo", OffsetDateTime.ofInstant(upTo, ZoneOffset.UTC))));
        var touched = " and " + days.touchedBy("r");
        return classes(
                changed("r.received_at") + touched,
                changed("r.recorded_at") + touched,
                "r.recorded_at <= :upTo and (r.superseded_at is null or r.superseded_at > :after)",
                values);
    }

    private static String changed(String begun) {
        return "(" + begun + " > :after and " + begun + " <= :upTo"
                + " or r.superseded_at > :after and r.superseded_at <= :upTo)";
    }

    private Set<UUID> classes(String ofClass, String ofOurs, String assigned, Map<String, Object> values) {
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery("select r.subject_id from heard_job_class_row r where " + ofClass
                    + " union select r.subject_id from grade_assignment_row r where " + ofOurs
                    + " union select r.subject_id from grade_assignment_row r where " + assigned
                    + " and r.grade_id in (select r.subject_id::text from pay_grade_row r where " + ofOurs + ")");
            values.forEach(query::bind);
            return new HashSet<>(query.mapTo(UUID.class).list());
        });
    }
}
