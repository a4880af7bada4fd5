package city.planofrecord.chassis.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** Bounds that a body or parameter exceeds, each with its pointer or its parameter. */
@Provider
@Priority(900)
public class ConstraintMapper extends ExceptionMapperBase<ConstraintViolationException> {

    private static final int MOST_TOLD = 1_000;

    @Inject
    UriInfo uri;

    @Override
    protected HttpProblem toProblem(ConstraintViolationException e) {
        var violations = e.getConstraintViolations().stream()
                .map(this::violation)
                .sorted(java.util.Comparator.comparing(violation ->
                        Objects.requireNonNullElse(violation.pointer(), String.valueOf(violation.parameter()))))
                .toList();
        var told = violations.subList(0, Math.min(violations.size(), MOST_TOLD));
        return RefusedMapper.problem(new Refused(
                ProblemKind.MALFORMED,
                violations.size() == 1
                        ? name(violations.getFirst()) + " "
                                + violations.getFirst().message() + "."
                        : "%d fields are out of bounds; the violations name %d of them."
                                .formatted(violations.size(), told.size()),
                told));
    }

    private static String name(Violation violation) {
        return violation.pointer() == null ? String.valueOf(violation.parameter()) : violation.pointer();
    }

    private Violation violation(ConstraintViolation<?> constraint) {
        var steps = new ArrayList<String>();
        var parameter = "";
        for (Path.Node node : constraint.getPropertyPath()) {
            if (node.getKind() == ElementKind.PARAMETER) {
                parameter = node.getName();
            } else if (node.getKind() == ElementKind.PROPERTY || node.getKind() == ElementKind.CONTAINER_ELEMENT) {
                if (node.getIndex() != null) {
                    steps.add(String.valueOf(node.getIndex()));
                }
                if (node.getKind() == ElementKind.PROPERTY) {
                    steps.add(node.getName());
                }
            }
        }
        var found = constraint.getInvalidValue() == null ? null : shortened(constraint.getInvalidValue());
        var last = steps.isEmpty() ? parameter : steps.getLast();
        if (uri.getQueryParameters().containsKey(last)) {
            return Violation.ofParameter(last, constraint.getMessage(), found, null);
        }
        return Violation.at(pointer(steps), constraint.getMessage(), found, null);
    }

    private static String pointer(List<String> steps) {
        return steps.isEmpty() ? "" : "/" + String.join("/", steps);
    }

    private static String shortened(Object value) {
        var text = value.toString();
        return text.length() <= 100 ? text : text.substring(0, 100) + "…";
    }
}
