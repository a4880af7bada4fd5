package city.planofrecord.notice.noticedocument;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The findings of one reading, bounded so that noise cannot grow into megabytes of answers. */
final class Findings {

    private static final int MOST = 500;

    private final List<Finding> list = new ArrayList<>();

    void error(FindingCode code, String message, Lines lines) {
        add(new Finding(Severity.ERROR, code, message, lines, null));
    }

    void error(FindingCode code, String message, Lines lines, String pointer) {
        add(new Finding(Severity.ERROR, code, message, lines, pointer));
    }

    void warning(FindingCode code, String message, Lines lines) {
        add(new Finding(Severity.WARNING, code, message, lines, null));
    }

    void warning(FindingCode code, String message, Lines lines, String pointer) {
        add(new Finding(Severity.WARNING, code, message, lines, pointer));
    }

    void info(FindingCode code, String message, Lines lines) {
        add(new Finding(Severity.INFO, code, message, lines, null));
    }

    void info(FindingCode code, String message, Lines lines, String pointer) {
        add(new Finding(Severity.INFO, code, message, lines, pointer));
    }

    /** In the order of the document. */
    List<Finding> all() {
        return list.stream()
                .sorted(Comparator.comparingInt(finding -> finding.lines().from()))
                .toList();
    }

    private void add(Finding finding) {
        if (list.size() < MOST) {
            list.add(finding);
        } else if (list.size() == MOST) {
            list.add(new Finding(
                    Severity.ERROR,
                    FindingCode.MORE_FINDINGS,
                    "More than " + MOST + " findings. Mend these and hand the document in again to see the rest.",
                    finding.lines(),
                    null));
        }
    }
}
