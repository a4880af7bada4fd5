package city.planofrecord.notice.publishgate;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.Violation;
import city.planofrecord.notice.noticedocument.Severity;

/**
 * What the gate found.
 *
 * @param item number of the item, absent where the notice as a whole is meant
 * @param field JSON pointer into the notice
 * @param citation where the rule is written, for the rules of dates
 */
@Schema(description = "What the publish gate found. An ERROR stops the notice, a WARNING does not.")
public record GateFinding(
        Severity severity,
        @Nullable @Schema(examples = "4") Integer item,
        @Schema(examples = "/items/3/present/grade") String field,
        GateRule rule,
        @Nullable String citation,
        String message,
        @Nullable @Schema(examples = "613-C") String found,
        @Nullable @Schema(examples = "612-C") String expected) {

    public static boolean stops(List<GateFinding> findings) {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    public Violation violation() {
        return Violation.at(field, message, found, expected);
    }
}
