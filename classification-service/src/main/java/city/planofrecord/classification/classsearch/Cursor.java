package city.planofrecord.classification.classsearch;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;

/** Where a page ends: two classes may have borne one code, each in its time. */
record Cursor(int score, String jobCode, UUID id) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})~([^~]{1,40})~([0-9a-f-]{36})");

    /** @throws Refused (400) where the text is no cursor of ours */
    static Cursor of(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new Refused(
                    ProblemKind.MALFORMED,
                    "'after' is no cursor of this collection. Take it from the Link header of a page.",
                    List.of(Violation.ofParameter("after", "is no cursor", text, "what a Link header gave")));
        }
        return new Cursor(Integer.parseInt(parts.group(1)), parts.group(2), UUID.fromString(parts.group(3)));
    }

    String text() {
        return score + "~" + jobCode + "~" + id;
    }
}
