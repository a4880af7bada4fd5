package city.planofrecord.local.city;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A class with everything that it has been called and the grades it has carried.
 *
 * @param abolished the first day on which it is no more, null where it goes on
 */
public record JobClass(
        List<Named> names, List<Graded> grades, @Nullable LocalDate abolished) {

    /** What the class is from a date on. */
    public record Named(
            LocalDate from,
            String jobCode,
            String title,
            String occupationalGroup,
            String series,
            boolean exempt,
            ObjectNode specification) {}

    /** The grade from a date on, number first. */
    public record Graded(LocalDate from, String grade) {}

    public Named last() {
        return names.getLast();
    }

    public String lastGrade() {
        return grades.getLast().grade();
    }

    public boolean isInEffect() {
        return abolished == null;
    }
}
