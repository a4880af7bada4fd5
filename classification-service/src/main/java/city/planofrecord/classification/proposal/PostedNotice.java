package city.planofrecord.classification.proposal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * One edition of a notice as it was posted, as far as it is about classes.
 *
 * @param expectedEffectiveDate from when it would count if it were approved at its hearing; null where that was not told
 * @param recordedAt when notice-service recorded the posting
 * @param receivedAt from when on it was known here
 */
public record PostedNotice(
        String number,
        int edition,
        long revision,
        @Nullable LocalDate expectedEffectiveDate,
        Instant recordedAt,
        Instant receivedAt,
        List<ProposedClass> classes) {

    public PostedNotice {
        classes = List.copyOf(classes);
    }

    public enum Kind {
        ESTABLISH,
        REVISE,
        ABOLISH
    }

    /**
     * What one item proposes for a class.
     *
     * @param classId as the posting fixed it; null where that was not told
     * @param present terms that the notice says the class has
     * @param proposed terms that it proposes, without the specification
     */
    public record ProposedClass(
            int item,
            Kind kind,
            @Nullable UUID classId,
            ObjectNode present,
            ObjectNode proposed,
            @Nullable ObjectNode specification) {

        public Optional<String> presentCode() {
            return code(present);
        }

        public Optional<String> proposedCode() {
            return code(proposed);
        }

        private static Optional<String> code(ObjectNode terms) {
            return Optional.ofNullable(terms.path("jobCode").textValue());
        }
    }

    /** The item about the class that bears the code; else the one after which a class would bear it. */
    public Optional<ProposedClass> about(String jobCode) {
        return first(it -> it.presentCode().filter(jobCode::equals).isPresent())
                .or(() -> first(it -> it.proposedCode().filter(jobCode::equals).isPresent()));
    }

    /** The item about the class of the id. */
    public Optional<ProposedClass> about(UUID classId) {
        return first(it -> classId.equals(it.classId()));
    }

    /** Every code that a class bears or would bear. */
    public List<String> jobCodes() {
        return classes.stream()
                .flatMap(it -> Stream.concat(it.presentCode().stream(), it.proposedCode().stream()))
                .distinct()
                .toList();
    }

    private Optional<ProposedClass> first(Predicate<ProposedClass> condition) {
        return classes.stream().filter(condition).findFirst();
    }
}
