package city.planofrecord.classification.jobclass;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.dated.NextChange;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.ledger.Row;
import city.planofrecord.chassis.register.ActView;
import city.planofrecord.classification.gradeassignment.GradeAssignments;
import city.planofrecord.classification.jobclass.JobClassTimeline.RowView;
import city.planofrecord.classification.jobclass.JobClassView.HeardGrade;

/** Shows classes. */
@Singleton
class JobClassViews {

    private final JobClasses classes;
    private final GradeAssignments grades;
    private final KnownHeirs heirs;
    private final ObjectMapper json;

    JobClassViews(JobClasses classes, GradeAssignments grades, KnownHeirs heirs, ObjectMapper json) {
        this.classes = classes;
        this.grades = grades;
        this.heirs = heirs;
        this.json = json;
    }

    JobClassView on(UUID id, JobCode asked, LocalDate day, @Nullable Instant knownAt) {
        var row = row(id, asked, day, knownAt);
        var image = image(row);
        var grade = grades.on(id, day, knownAt)
                .map(heard -> new HeardGrade(
                        heard.image().path("grade").asText(),
                        heard.effectiveFrom(),
                        heard.effectiveUntil(),
                        heard.recordedAt(),
                        heard.receivedAt()))
                .orElse(null);
        return new JobClassView(
                id,
                image.jobCode(),
                classes.formerCodes(id, row, knownAt),
                image.title(),
                image.occupationalGroup(),
                image.series(),
                image.flsaStatus(),
                image.flsaExemption(),
                image.eeo4Category(),
                image.socCode(),
                image.specification(),
                image.inPlaceOf(),
                image.into(),
                grade,
                row.effectiveFrom(),
                row.effectiveUntil(),
                row.recordedAt(),
                row.act(),
                row.authority(),
                next(id, image, row, knownAt),
                classes.register().ledger().revision(id, knownAt));
    }

    private Row row(UUID id, JobCode asked, LocalDate day, @Nullable Instant knownAt) {
        try {
            return classes.on(id, asked, day, knownAt);
        } catch (Refused notInEffect) {
            var found = heirs.of(id, day, knownAt);
            if (found.isEmpty()) {
                throw notInEffect;
            }
            var more = new HashMap<>(notInEffect.more());
            more.put("heirs", found);
            throw new Refused(
                    notInEffect.kind(),
                    notInEffect.detail() + " In its place on " + day + ": "
                            + found.stream()
                                    .map(heir -> heir.jobCode() + " '" + heir.title() + "'")
                                    .collect(Collectors.joining(", "))
                            + ".",
                    notInEffect.violations(),
                    more);
        }
    }

    private @Nullable NextChange next(UUID id, JobClassImage image, Row row, @Nullable Instant knownAt) {
        var date = row.effectiveUntil();
        if (date == null) {
            return null;
        }
        var follows = classes.register().ledger().on(id, date, knownAt).isPresent();
        return new NextChange(date, "/job-classes/" + image.jobCode() + (follows ? "?asOf=" + date : "/timeline"));
    }

    JobClassTimeline timeline(UUID id, boolean superseded, @Nullable Instant knownAt) {
        var ledger = classes.register().ledger();
        var rows = superseded ? ledger.everyRow(id, knownAt) : ledger.rows(id, knownAt);
        var acts = ledger.acts(id).stream()
                .filter(act -> knownAt == null || !act.recordedAt().isAfter(knownAt))
                .map(ActView::of)
                .toList();
        return new JobClassTimeline(
                id, rows.stream().map(row -> RowView.of(row, image(row))).toList(), acts, ledger.revision(id, knownAt));
    }

    private JobClassImage image(Row row) {
        try {
            return json.treeToValue(row.image(), JobClassImage.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored class that cannot be read", e);
        }
    }
}
