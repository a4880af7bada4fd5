package city.planofrecord.paygrade.gradeassignment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.audit.Trail;
import city.planofrecord.chassis.dated.NextChange;
import city.planofrecord.chassis.dated.NotInEffect;
import city.planofrecord.chassis.dated.Span;
import city.planofrecord.chassis.event.Outbox;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.ledger.Ledger;
import city.planofrecord.chassis.ledger.Row;
import city.planofrecord.chassis.register.DayBoundaries;
import city.planofrecord.chassis.register.KeepsRegister;
import city.planofrecord.chassis.register.Register;
import city.planofrecord.chassis.register.Telling;
import city.planofrecord.paygrade.acts.Collection;
import city.planofrecord.paygrade.acts.Meaning;
import city.planofrecord.paygrade.acts.Registered;
import city.planofrecord.paygrade.acts.SetFields;
import city.planofrecord.paygrade.code.GradeCode;
import city.planofrecord.paygrade.jobclass.JobClasses;
import city.planofrecord.paygrade.jobclass.NameOfDay;
import city.planofrecord.paygrade.paygrade.PayGrades;

/** The grade of each class. An assignment bears the id of its class. */
@Singleton
public class GradeAssignments implements KeepsRegister, Registered<GradeAssignmentView> {

    private static final Set<String> FIELDS = Set.of("grade");

    private final Register register;
    private final Ledger ledger;
    private final Collection collection;
    private final PayGrades grades;
    private final JobClasses classes;

    GradeAssignments(
            Jdbi jdbi,
            Outbox outbox,
            Trail trail,
            DayBoundaries boundaries,
            Clock clock,
            ObjectMapper json,
            PayGrades grades,
            JobClasses classes) {
        this.register = new Register(
                "grade_assignment",
                new AssignmentTelling(classes, (id, day) -> classes.named(id, day, null)),
                jdbi,
                outbox,
                trail,
                boundaries,
                clock,
                json);
        this.ledger = register.ledger();
        this.collection = new Collection(jdbi, ledger, "r.subject_id::text");
        this.grades = grades;
        this.classes = classes;
    }

    @Override
    public Register register() {
        return register;
    }

    @Override
    public String field() {
        return "grade";
    }

    @Override
    public Meaning meaning(Map<String, JsonNode> set, LocalDate from, String pointer) {
        var given = new SetFields(set, pointer, FIELDS);
        var text = given.text("grade").orElse("");
        var code = GradeCode.read(text)
                .orElseThrow(() -> given.invalid("grade", "is no grade", text, "a grade such as 809-A"));
        var grade = grades.find(code, from, null)
                .orElseThrow(() ->
                        given.invalid("grade", "there is no such grade", text, "a grade that is in effect on " + from));
        return new Meaning(carrying(grade, code), Set.of(grade.toString(), PayGrades.thing(code)));
    }

    @Override
    public Set<String> grounds(Map<String, JsonNode> image) {
        var grade = Objects.requireNonNull(image.get("gradeId")).asText();
        var name = GradeCode.read(Objects.requireNonNull(image.get("grade")).asText());
        return name.map(code -> Set.of(grade, PayGrades.thing(code))).orElse(Set.of(grade));
    }

    /** The fields of an image. */
    public static Map<String, JsonNode> carrying(UUID grade, GradeCode code) {
        return Map.of("gradeId", TextNode.valueOf(grade.toString()), "grade", TextNode.valueOf(code.canonical()));
    }

    /** The class that the code means on the day. @throws Refused (404) where none is known to bear it */
    UUID meant(String jobCode, LocalDate day, @Nullable Instant knownAt) {
        return classes.meant(jobCode, day, knownAt);
    }

    /** As {@link #meant}, a class that carries or carried a grade. @throws Refused (404) where it never has */
    UUID graded(String jobCode, LocalDate day, @Nullable Instant knownAt) {
        var classId = meant(jobCode, day, knownAt);
        if (ledger.rows(classId, knownAt).isEmpty() && ledger.acts(classId).isEmpty()) {
            throw Refused.notFound("No grade has been recorded for " + jobCode + ".");
        }
        return classId;
    }

    Collection.Found find(Collection.Question question, List<String> conditions) {
        return collection.find(question, conditions);
    }

    /**
     * The row of the day among those of one class.
     *
     * @throws Refused (404) that says when the class carried or will carry a grade
     */
    public static Row inEffect(List<Row> rows, String asked, LocalDate day) {
        return rows.stream().filter(row -> row.covers(day)).findFirst().orElseThrow(() -> {
            var spans = rows.stream().map(Span::of).toList();
            return spans.isEmpty()
                    ? Refused.notFound("No grade has been recorded for " + asked + ".")
                    : NotInEffect.on(day, "The grade assignment of " + asked, "ended", spans);
        });
    }

    GradeAssignmentView on(UUID classId, String asked, LocalDate day, @Nullable Instant knownAt) {
        return view(inEffect(ledger.rows(classId, knownAt), asked, day), day, knownAt);
    }

    @Override
    public Optional<GradeAssignmentView> shown(UUID id, LocalDate day) {
        return ledger.on(id, day, null).map(row -> view(row, day, null));
    }

    /** The grade that the row assigns. */
    public static UUID gradeId(Row assignment) {
        return UUID.fromString(assignment.image().path("gradeId").asText());
    }

    GradeAssignmentView view(Row row, LocalDate day, @Nullable Instant knownAt) {
        var name = classes.named(row.subject(), day, knownAt);
        var onDay = day.isBefore(row.effectiveFrom()) ? row.effectiveFrom() : day;
        var grade = grades.register()
                .ledger()
                .on(gradeId(row), onDay, knownAt)
                .map(found -> grades.name(found, onDay, knownAt))
                .orElse(row.image().path("grade").asText());
        return new GradeAssignmentView(
                row.subject(),
                name.map(NameOfDay::jobCode).orElse(null),
                name.map(NameOfDay::title).orElse(null),
                gradeId(row),
                grade,
                row.effectiveFrom(),
                row.effectiveUntil(),
                row.recordedAt(),
                row.act(),
                row.authority(),
                name.map(known -> next(row, known.jobCode(), day, knownAt)).orElse(null),
                ledger.revision(row.subject(), knownAt));
    }

    private @Nullable NextChange next(Row row, String jobCode, LocalDate day, @Nullable Instant knownAt) {
        var spans = ledger.rows(row.subject(), knownAt).stream().map(Span::of).toList();
        return NextChange.after(day, spans, "/grade-assignments/" + jobCode).orElse(null);
    }

    private record AssignmentTelling(JobClasses classes, JobClasses.Names names) implements Telling {

        @Override
        public Telling about(Set<UUID> things) {
            return new AssignmentTelling(classes, classes.names(things));
        }

        @Override
        public String stream() {
            return "grade-assignments";
        }

        @Override
        public String stem() {
            return "grade-assignment";
        }

        @Override
        public String subject(UUID id, @Nullable Map<String, JsonNode> image, LocalDate day) {
            return names.on(id, day).map(NameOfDay::jobCode).orElse(id.toString());
        }

        @Override
        public Map<String, JsonNode> aside(UUID id, LocalDate day) {
            var aside = new HashMap<String, JsonNode>();
            names.on(id, day).ifPresent(name -> {
                aside.put("jobCode", TextNode.valueOf(name.jobCode()));
                if (name.title() != null) {
                    aside.put("title", TextNode.valueOf(name.title()));
                }
            });
            return aside;
        }
    }
}
