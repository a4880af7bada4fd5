package city.planofrecord.notice.jobclass;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.event.EventHandler;
import city.planofrecord.chassis.event.Received;
import city.planofrecord.chassis.heard.HeardLedger;
import city.planofrecord.chassis.heard.HeardRow;
import city.planofrecord.notice.jobclass.HeardTerms.Crosswalk;

/** The job classes that this service has heard of. */
@Singleton
public class HeardClasses implements EventHandler {

    private static final String SPECIFICATION = "specification";
    private static final String DISTINGUISHED_FROM = "distinguishedFrom";
    private static final String EXPERIENCE = "experience";

    private static final Set<String> FIELDS = Set.of(
            "jobCode",
            "title",
            "occupationalGroup",
            "series",
            "flsaStatus",
            "flsaExemption",
            "eeo4Category",
            "socCode",
            SPECIFICATION);

    /** The sections of a specification that name other classes; the others are long and not needed here. */
    private static final Set<String> SECTIONS = Set.of(DISTINGUISHED_FROM, EXPERIENCE);

    private final HeardLedger heard;

    HeardClasses(Jdbi jdbi, ObjectMapper json) {
        heard = new HeardLedger(jdbi, json, "heard_job_class", FIELDS);
    }

    @Override
    public String stream() {
        return "job-classes.state";
    }

    @Override
    public Set<String> types() {
        return Set.of("job-class.state.v1");
    }

    @Override
    public boolean takesOver() {
        return true;
    }

    @Override
    public void handle(Received event) {
        heard.hear(withoutOtherSections(event));
    }

    private static Received withoutOtherSections(Received event) {
        var data = event.data().deepCopy();
        for (var row : data.path("timeline")) {
            if (row.path("image").path(SPECIFICATION) instanceof ObjectNode specification) {
                specification.retain(SECTIONS);
            }
        }
        return new Received(
                event.id(),
                event.type(),
                event.source(),
                event.key(),
                event.subject(),
                event.sequence(),
                event.time(),
                data);
    }

    /** Every period of every class, by its first day. */
    public List<HeardClass> all() {
        return select("true", Map.of());
    }

    /** Every period in which any class bears or bore or will bear the code, by its first day. */
    public List<HeardClass> bearing(String jobCode) {
        return select("r.job_code = :code", Map.of("code", jobCode));
    }

    /** Every period in which any class has the title. */
    public List<HeardClass> titled(String title) {
        return select("lower(r.title) = lower(:title)", Map.of("title", title));
    }

    /** Every period of the class. */
    public List<HeardClass> periods(UUID id) {
        return select("r.subject_id = :id", Map.of("id", id));
    }

    /** When this service last heard of a class; empty where it never has. */
    public Optional<Instant> latest() {
        return heard.latest();
    }

    private List<HeardClass> select(String where, Map<String, ?> values) {
        return heard.select(where + " and r.superseded_at is null", values, null, "r.effective_from").stream()
                .map(HeardClasses::of)
                .toList();
    }

    private static HeardClass of(HeardRow row) {
        return new HeardClass(
                row.subject(),
                row.image().path("jobCode").asText(),
                row.image().path("title").asText(),
                row.effectiveFrom(),
                row.effectiveUntil(),
                terms(row.image()));
    }

    private static HeardTerms terms(JsonNode image) {
        var specification = image.path(SPECIFICATION);
        var distinguishedFrom = new ArrayList<String>();
        specification.path(DISTINGUISHED_FROM).forEach(title -> distinguishedFrom.add(title.asText()));
        return new HeardTerms(
                text(image, "occupationalGroup"),
                text(image, "series"),
                text(image, "flsaStatus"),
                text(image, "flsaExemption"),
                distinguishedFrom,
                text(specification, EXPERIENCE),
                crosswalk(image.path("eeo4Category")),
                crosswalk(image.path("socCode")));
    }

    private static @Nullable Crosswalk crosswalk(JsonNode heard) {
        return heard.hasNonNull("code")
                ? new Crosswalk(
                        heard.path("code").asText(),
                        heard.path("scheme").asText(),
                        heard.path("version").asText())
                : null;
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.get(field).asText() : null;
    }
}
