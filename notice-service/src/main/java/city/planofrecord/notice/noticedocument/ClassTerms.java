package city.planofrecord.notice.noticedocument;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** What an item says of a class, before or after the change; what the notice does not print is absent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClassTerms(
        @Nullable String jobCode,
        @Nullable String title,
        @Nullable String grade,
        @Nullable PayRange range,
        @Nullable JsonNode specification,
        @Nullable List<String> inPlaceOf,
        @Nullable List<String> into) {

    static final ClassTerms NONE = new ClassTerms(null, null, null, null, null, null, null);

    ClassTerms withJobCode(String read) {
        return new ClassTerms(read, title, grade, range, specification, inPlaceOf, into);
    }

    ClassTerms withTitle(String read) {
        return new ClassTerms(jobCode, read, grade, range, specification, inPlaceOf, into);
    }

    ClassTerms withGrade(String read) {
        return new ClassTerms(jobCode, title, read, range, specification, inPlaceOf, into);
    }

    ClassTerms withRange(PayRange read) {
        return new ClassTerms(jobCode, title, grade, read, specification, inPlaceOf, into);
    }

    ClassTerms withSpecification(JsonNode attached) {
        return new ClassTerms(jobCode, title, grade, range, attached, inPlaceOf, into);
    }
}
