package city.planofrecord.classification.jobclass;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;

/** The code that a class bears in a period: capital letters and digits, such as {@code CA2433}. */
public record JobCode(@JsonValue String value) {

    static final String PATTERN = "[A-Z0-9][A-Z0-9.-]{0,19}";

    private static final Pattern FORM = Pattern.compile(PATTERN);

    @JsonCreator
    public JobCode {
        value = value.strip().toUpperCase(Locale.ROOT);
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("is no job code; one has up to 20 letters, digits, dots and hyphens");
        }
    }

    /** Reads the code from a path; named so that the HTTP layer finds it. */
    public static JobCode fromString(String text) {
        try {
            return new JobCode(text);
        } catch (IllegalArgumentException e) {
            throw new Refused(
                    ProblemKind.MALFORMED,
                    "'" + text + "' " + e.getMessage() + ".",
                    List.of(Violation.ofParameter("jobCode", "is no job code", text, "such as CA2433")));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
