package city.planofrecord.notice.draftfinding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.notice.notice.DraftFinding;
import city.planofrecord.notice.notice.Settlement;
import city.planofrecord.notice.noticedocument.Severity;

/**
 * How doubts are settled: by mending the draft or its document, or by a reason for which it may stay as it is. An error lost or
 * contradicts a fact, and no reason mends that.
 */
final class Settling {

    private final List<DraftFinding> findings;

    Settling(List<DraftFinding> findings) {
        this.findings = List.copyOf(findings);
    }

    /**
     * The findings, with those of the numbers settled. One that was settled before is settled anew.
     *
     * @throws Refused (422) where there is none of a number, an error is to be accepted, or the reason is missing
     */
    List<DraftFinding> settle(Collection<Integer> numbers, Settlement how) {
        var wrong = new ArrayList<Violation>();
        if (how.how() == Settlement.How.ACCEPTED && how.reason() == null) {
            wrong.add(Violation.at(
                    "/reason", "Say why it may stay as it is: others will have to rely on it.", null, "a reason"));
        }
        var wanted = new HashSet<>(numbers);
        for (var number : wanted) {
            var finding = find(number);
            if (finding == null) {
                wrong.add(Violation.at(
                        "/findings",
                        "There is no finding " + number + ". GET the findings to see those there are.",
                        number.toString(),
                        null));
            } else if (finding.severity() == Severity.ERROR && how.how() == Settlement.How.ACCEPTED) {
                wrong.add(Violation.at(
                        "/how",
                        "Finding " + number
                                + " is an error: a fact was lost or is contradicted. Mend the draft and settle it as FIXED.",
                        how.how().name(),
                        Settlement.How.FIXED.name()));
            }
        }
        if (!wrong.isEmpty()) {
            throw Refused.invalid(wrong);
        }
        return findings.stream()
                .map(finding -> wanted.contains(finding.id()) ? finding.settled(how) : finding)
                .toList();
    }

    /** @throws Refused (404) where there is none of the number */
    DraftFinding get(int number) {
        var finding = find(number);
        if (finding == null) {
            throw Refused.notFound("There is no finding " + number + ". GET the findings to see those there are.");
        }
        return finding;
    }

    /** The findings, with that of the number open again. */
    List<DraftFinding> reopen(int number) {
        get(number);
        return findings.stream()
                .map(finding -> Integer.valueOf(number).equals(finding.id()) ? finding.unsettled() : finding)
                .toList();
    }

    private @Nullable DraftFinding find(Integer number) {
        return findings.stream()
                .filter(finding -> number.equals(finding.id()))
                .findFirst()
                .orElse(null);
    }
}
