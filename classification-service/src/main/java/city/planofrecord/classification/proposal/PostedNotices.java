package city.planofrecord.classification.proposal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.event.EventHandler;
import city.planofrecord.chassis.event.Received;
import city.planofrecord.chassis.event.UnprocessableEventException;
import city.planofrecord.classification.proposal.PostedNotice.Kind;
import city.planofrecord.classification.proposal.PostedNotice.ProposedClass;

/** The posted notices, as they were told. Every edition is kept; the latest counts. */
@Singleton
public class PostedNotices implements EventHandler {

    private final Jdbi jdbi;
    private final ObjectMapper json;

    PostedNotices(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** The latest edition of the notice, as known here at the instant or now; empty where none had been told. */
    public Optional<PostedNotice> find(String number, @Nullable Instant knownAt) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from posted_notice where number = :number"
                        + " and (cast(:knownAt as timestamptz) is null or received_at <= :knownAt)"
                        + " order by edition desc, revision desc limit 1")
                .bind("number", number)
                .bind("knownAt", knownAt == null ? null : OffsetDateTime.ofInstant(knownAt, ZoneOffset.UTC))
                .map((rs, _) -> notice(handle, rs))
                .findOne());
    }

    private PostedNotice notice(Handle handle, ResultSet rs) throws SQLException {
        var number = rs.getString("number");
        var edition = rs.getInt("edition");
        var revision = rs.getLong("revision");
        return new PostedNotice(
                number,
                edition,
                revision,
                rs.getObject("expected_effective_date", LocalDate.class),
                rs.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                rs.getObject("received_at", OffsetDateTime.class).toInstant(),
                handle.createQuery("select * from proposed_class where number = :number and edition = :edition"
                                + " and revision = :revision order by item")
                        .bind("number", number)
                        .bind("edition", edition)
                        .bind("revision", revision)
                        .map((row, _) -> proposedClass(row))
                        .list());
    }

    private ProposedClass proposedClass(ResultSet rs) throws SQLException {
        var specification = rs.getString("specification");
        return new ProposedClass(
                rs.getInt("item"),
                Kind.valueOf(rs.getString("kind")),
                rs.getObject("class_id", UUID.class),
                object(rs.getString("present")),
                object(rs.getString("proposed")),
                specification == null ? null : object(specification));
    }

    private ObjectNode object(String text) {
        try {
            return (ObjectNode) json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored terms that cannot be read", e);
        }
    }

    @Override
    public String stream() {
        return "notices";
    }

    @Override
    public Set<String> types() {
        return Set.of("notice.posted.v1");
    }

    @Override
    public void handle(Received event) {
        keep(told(event));
    }

    private void keep(PostedNotice notice) {
        jdbi.useHandle(handle -> {
            var kept = handle.createUpdate("insert into posted_notice (number, edition, revision,"
                            + " expected_effective_date, recorded_at) values (:number, :edition, :revision, cast(:expected as date), :recorded)"
                            + " on conflict on constraint pk_posted_notice do nothing")
                    .bind("number", notice.number())
                    .bind("edition", notice.edition())
                    .bind("revision", notice.revision())
                    .bind("expected", notice.expectedEffectiveDate())
                    .bind("recorded", OffsetDateTime.ofInstant(notice.recordedAt(), ZoneOffset.UTC))
                    .execute();
            if (kept == 1) {
                notice.classes().forEach(proposed -> keep(handle, notice, proposed));
            }
        });
    }

    private static void keep(Handle handle, PostedNotice notice, ProposedClass proposed) {
        handle.createUpdate("insert into proposed_class (number, edition, revision, item, kind, class_id, present,"
                        + " proposed, specification) values (:number, :edition, :revision, :item, :kind, cast(:class as uuid),"
                        + " cast(:present as jsonb), cast(:proposed as jsonb), cast(:specification as jsonb))")
                .bind("number", notice.number())
                .bind("edition", notice.edition())
                .bind("revision", notice.revision())
                .bind("item", proposed.item())
                .bind("kind", proposed.kind().name())
                .bind("class", proposed.classId())
                .bind("present", proposed.present().toString())
                .bind("proposed", proposed.proposed().toString())
                .bind(
                        "specification",
                        proposed.specification() == null
                                ? null
                                : proposed.specification().toString())
                .execute();
    }

    private static PostedNotice told(Received event) {
        var data = event.data();
        var number = data.path("number").asText();
        var edition = data.path("edition").asInt();
        var revision = data.path("revision").asLong();
        if (number.isEmpty() || edition < 1 || revision < 1) {
            throw new UnprocessableEventException("names no number, edition and revision");
        }
        try {
            var expected = data.path("expectedEffectiveDate").textValue();
            return new PostedNotice(
                    number,
                    edition,
                    revision,
                    expected == null ? null : LocalDate.parse(expected),
                    event.time(),
                    event.time(),
                    classes(data.path("items")));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new UnprocessableEventException("proposes what cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<ProposedClass> classes(JsonNode items) {
        var classes = new ArrayList<ProposedClass>();
        for (var item : items) {
            var kind = item.path("kind").asText();
            if (isAboutAClass(kind)) {
                var proposed = terms(item.path("proposed"));
                var id = item.path("classId").textValue();
                classes.add(new ProposedClass(
                        item.path("item").asInt(),
                        Kind.valueOf(kind),
                        id == null ? null : UUID.fromString(id),
                        terms(item.path("present")),
                        proposed,
                        proposed.remove("specification") instanceof ObjectNode specification ? specification : null));
            }
        }
        return classes;
    }

    /** Items about schedules, grades and ranges are not this service's business. */
    private static boolean isAboutAClass(String kind) {
        return List.of(Kind.values()).stream().anyMatch(known -> known.name().equals(kind));
    }

    private static ObjectNode terms(JsonNode told) {
        return told instanceof ObjectNode terms ? terms.deepCopy() : JsonNodeFactory.instance.objectNode();
    }
}
