package city.planofrecord.notice.correction;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.jdbi.v3.core.Jdbi;

import city.planofrecord.chassis.event.Received;
import city.planofrecord.chassis.event.UnprocessableEventException;
import city.planofrecord.notice.notice.HeardCorrection.Thing;
import city.planofrecord.notice.notice.RegisterName;

/** Keeps of what the registers change what corrects by authority of a notice. */
@Singleton
class HeardCorrections {

    private static final String ITSELF = "notice-service";

    private final Jdbi jdbi;

    HeardCorrections(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Takes note of a change, where it is such a correction or cancels one. Told twice it is kept once.
     *
     * @throws UnprocessableEventException where the change does not say what act it is
     */
    void hear(Received event, RegisterName register, Thing thing) {
        var act = event.data().path("act");
        var id = id(act, "id");
        switch (act.path("kind").asText()) {
            case "CORRECTED" -> {
                // What ends because the Council refused it is told as corrected by the notice itself.
                if (event.data().path("authority").hasNonNull("notice")
                        && !ITSELF.equals(event.data().path("actor").asText())) {
                    keep(id, event, register, thing);
                }
            }
            case "CANCELLED" -> cancel(id(act, "cancels"), id);
            default -> {
                // An act of another kind corrects nothing.
            }
        }
    }

    private static UUID id(JsonNode act, String field) {
        try {
            return UUID.fromString(act.path(field).asText());
        } catch (IllegalArgumentException e) {
            throw new UnprocessableEventException("bears no act." + field, e);
        }
    }

    private void keep(UUID act, Received event, RegisterName register, Thing thing) {
        var data = event.data();
        var authority = data.path("authority");
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into heard_correction (act_id, register, thing, thing_id, subject, number, item, periods,"
                                + " fields, citation, reason, recorded_at) values (:act, :register, :thing, :id, :subject, :number,"
                                + " :item, cast(:periods as jsonb), :fields, :citation, :reason, :recordedAt)"
                                + " on conflict on constraint pk_heard_correction do nothing")
                .bind("act", act)
                .bind("register", register.name())
                .bind("thing", thing.name())
                .bind("id", event.key())
                .bind("subject", event.subject())
                .bind("number", authority.path("notice").asText())
                .bind(
                        "item",
                        authority.hasNonNull("item") ? authority.get("item").asInt() : null)
                .bind("periods", periods(data.path("periods")).toString())
                .bind("fields", fields(data.path("set")).toArray(String[]::new))
                .bind("citation", authority.path("citation").asText())
                .bind("reason", data.hasNonNull("reason") ? data.get("reason").asText() : null)
                .bind("recordedAt", event.time().atOffset(ZoneOffset.UTC))
                .execute());
    }

    private void cancel(UUID cancelled, UUID by) {
        jdbi.useHandle(
                handle -> handle.createUpdate("update heard_correction set cancelled_by = :by where act_id = :act")
                        .bind("by", by)
                        .bind("act", cancelled)
                        .execute());
    }

    private static ArrayNode periods(JsonNode told) {
        var periods = JsonNodeFactory.instance.arrayNode();
        for (var one : told) {
            var period = periods.addObject().put("from", one.path("from").asText());
            if (one.hasNonNull("until")) {
                period.put("until", one.get("until").asText());
            }
        }
        return periods;
    }

    private static List<String> fields(JsonNode set) {
        var fields = new ArrayList<String>();
        set.fieldNames().forEachRemaining(fields::add);
        return fields;
    }
}
