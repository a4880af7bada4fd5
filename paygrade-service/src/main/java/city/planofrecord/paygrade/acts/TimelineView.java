package city.planofrecord.paygrade.acts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.HasRevision;
import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.chassis.ledger.Authority;
import city.planofrecord.chassis.ledger.Ledger;
import city.planofrecord.chassis.ledger.Row;
import city.planofrecord.chassis.register.ActView;

/** Every row of a thing, past, present and future, and the acts that made them. */
@Schema(name = "Timeline")
public record TimelineView(UUID id, List<RowView> timeline, List<ActView> acts, long revision) implements HasRevision {

    /**
     * One row, with the fields of its image beside its dates.
     *
     * @param effectiveUntil exclusive; absent where there is no end
     * @param supersededAt from when on it was not believed; absent while it is
     */
    @Schema(name = "TimelineRow")
    public record RowView(
            LocalDate effectiveFrom,
            @Nullable LocalDate effectiveUntil,
            Instant recordedAt,
            @Nullable Instant supersededAt,
            UUID act,
            Authority authority,
            @JsonAnyGetter Map<String, JsonNode> image) {

        static RowView of(Row row) {
            return new RowView(
                    row.effectiveFrom(),
                    row.effectiveUntil(),
                    row.recordedAt(),
                    row.supersededAt(),
                    row.act(),
                    row.authority(),
                    fields(row));
        }

        private static Map<String, JsonNode> fields(Row row) {
            var fields = new TreeMap<String, JsonNode>();
            row.image().properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
            return fields;
        }
    }

    /**
     * The timeline of a thing.
     *
     * @param include {@code superseded} for the rows that were believed before, too
     */
    public static TimelineView of(Ledger ledger, UUID id, @Nullable String include, @Nullable Instant knownAt) {
        if (include != null && !include.equals("superseded")) {
            throw new Refused(
                    ProblemKind.MALFORMED,
                    "include can only be 'superseded'.",
                    List.of(Violation.ofParameter("include", "is unknown", include, "superseded")));
        }
        var rows = include == null ? ledger.rows(id, knownAt) : ledger.everyRow(id, knownAt);
        var acts = ledger.acts(id).stream()
                .filter(act -> knownAt == null || !act.recordedAt().isAfter(knownAt))
                .map(ActView::of)
                .toList();
        return new TimelineView(id, rows.stream().map(RowView::of).toList(), acts, acts.size());
    }
}
