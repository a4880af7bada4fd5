package city.planofrecord.notice.noticedocument;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A notice document, read.
 *
 * @param postingDays for how many calendar days the notice itself says that it must be posted
 * @param attachmentsBegin the first line, counted from 1, of what is attached
 * @param announced the items whose section announces a new or revised specification
 * @param findings in the document's order
 * @param sources by JSON pointer into the draft, the lines that a value came from
 */
public record ParsedNotice(
        NoticeDraft notice,
        Optional<Integer> postingDays,
        Optional<Integer> attachmentsBegin,
        Set<Integer> announced,
        List<Finding> findings,
        Map<String, Lines> sources) {

    public ParsedNotice {
        announced = Set.copyOf(announced);
        findings = List.copyOf(findings);
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
    }

    /** Whether any finding is an error. */
    public boolean hasErrors() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
