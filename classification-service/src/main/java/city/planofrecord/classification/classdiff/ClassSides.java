package city.planofrecord.classification.classdiff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.heard.HeardRow;
import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.ledger.Row;
import city.planofrecord.classification.classcomparison.ClassSide;
import city.planofrecord.classification.gradeassignment.GradeAssignments;
import city.planofrecord.classification.jobclass.JobClassImage;
import city.planofrecord.classification.jobclass.JobClasses;
import city.planofrecord.classification.proposal.PostedNotice;
import city.planofrecord.classification.proposal.PostedNotice.ProposedClass;
import city.planofrecord.classification.specification.ClassSpecification;

/** The images that are compared: a class of the register on a day, and what a notice would make of it. */
@Singleton
class ClassSides {

    private static final String SPECIFICATION = "specification";

    /** What of the terms of an item is a field of a class; a range, say, is not. */
    private static final Set<String> FIELDS = Arrays.stream(JobClassImage.class.getRecordComponents())
            .map(RecordComponent::getName)
            .filter(name -> !name.equals(SPECIFICATION))
            .collect(Collectors.toUnmodifiableSet());

    private final JobClasses classes;
    private final GradeAssignments grades;
    private final ObjectMapper json;

    ClassSides(JobClasses classes, GradeAssignments grades, ObjectMapper json) {
        this.classes = classes;
        this.grades = grades;
        this.json = json;
    }

    /** @param row what the register has on the day; empty where the class is not in effect then */
    record Standing(LocalDate day, Optional<Row> row, ClassSide side) {}

    Standing on(UUID id, LocalDate day, @Nullable Instant knownAt) {
        var row = classes.register().ledger().on(id, day, knownAt);
        return new Standing(
                day,
                row,
                row.map(found -> new ClassSide(
                                terms(found.image()),
                                grades.on(id, day, knownAt)
                                        .map(heard ->
                                                heard.image().path("grade").textValue())
                                        .orElse(null),
                                specification(found.image().get(SPECIFICATION), "is stored")))
                        .orElse(ClassSide.ABSENT));
    }

    /** From when the grade of the day counts, where the notice is its authority. */
    Optional<LocalDate> regraded(UUID id, String number, LocalDate day, @Nullable Instant knownAt) {
        return grades.on(id, day, knownAt)
                .filter(heard -> number.equals(heard.authority().notice()))
                .map(HeardRow::effectiveFrom);
    }

    /** What the item would make of the class as it stands. */
    ClassSide proposed(PostedNotice notice, ProposedClass item, ClassSide standing) {
        var specification =
                specification(item.specification(), "notice " + notice.number() + " proposes in item " + item.item());
        var grade = item.proposed().path("grade").textValue();
        return switch (item.kind()) {
            case ABOLISH -> ClassSide.ABSENT;
            case ESTABLISH -> ClassSide.ABSENT.with(terms(item.proposed()), grade, specification);
            case REVISE ->
                (standing.isAbsent()
                                ? ClassSide.ABSENT.with(
                                        terms(item.present()),
                                        item.present().path("grade").textValue(),
                                        null)
                                : standing)
                        .with(terms(item.proposed()), grade, specification);
        };
    }

    private static Map<String, JsonNode> terms(ObjectNode fields) {
        var terms = new HashMap<String, JsonNode>();
        fields.properties().stream()
                .filter(field ->
                        FIELDS.contains(field.getKey()) && !field.getValue().isNull())
                .forEach(field -> terms.put(field.getKey(), field.getValue()));
        return terms;
    }

    private @Nullable ClassSpecification specification(@Nullable JsonNode tree, String whose) {
        if (tree == null || tree.isNull()) {
            return null;
        }
        try {
            return json.readerFor(ClassSpecification.class)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(tree);
        } catch (JsonProcessingException e) {
            throw new Refused(
                    ProblemKind.UNREADABLE_DOCUMENT,
                    "The specification that " + whose
                            + " is not in the form of a class specification, so that it cannot be compared."
                            + " POST /specification-imports reads a document into that form.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
