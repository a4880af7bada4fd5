package city.planofrecord.classification.specification;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Collects what is found in a document, up to a bound. */
final class Findings {

    private static final int MOST = 1_000;
    private static final int QUOTED = 500;

    private final List<Finding> findings;
    private final String specification;

    Findings() {
        this(new ArrayList<>(), "");
    }

    private Findings(List<Finding> findings, String specification) {
        this.findings = findings;
        this.specification = specification;
    }

    /** The same findings, as pointers begin in the specification of that index. */
    Findings in(int index) {
        return new Findings(findings, "/specifications/%d".formatted(index));
    }

    void add(Severity severity, FindingCode code, String message, Lines lines, String pointer) {
        add(new Finding(severity, code, message, lines, specification + pointer));
    }

    void addAll(Findings others) {
        others.findings.forEach(this::add);
    }

    void warn(FindingCode code, String message, Lines lines) {
        add(new Finding(Severity.WARNING, code, message, lines, null));
    }

    void noSpecification(Lines lines) {
        add(new Finding(
                Severity.ERROR,
                FindingCode.NO_SPECIFICATION,
                "No class specification was found: no line is a heading such as \"General Statement of Class Duties\" or \"Essential Duties\".",
                lines,
                null));
    }

    void possibleSplit(Lines lines) {
        warn(
                FindingCode.POSSIBLE_SPLIT,
                "A paragraph begins in lower case after one that ended: it was kept apart, and may belong to it.",
                lines);
    }

    void unclaimed(List<Line> lines) {
        var run = new ArrayList<Line>();
        for (var line : lines) {
            if (!line.isBlank()) {
                run.add(line);
            }
        }
        if (!run.isEmpty()) {
            unclaimed(
                    run.stream()
                            .limit(50)
                            .map(line -> Emphasis.without(line.text()))
                            .collect(Collectors.joining("\n")),
                    run.getFirst().lines().through(run.getLast().lines()));
        }
    }

    void unclaimed(String text, Lines lines) {
        warn(
                FindingCode.UNCLAIMED_TEXT,
                "This was not read as part of a specification: \"%s\""
                        .formatted(text.length() > QUOTED ? text.substring(0, QUOTED) + "…" : text),
                lines);
    }

    /** Says so when something of the date is open, or all of it. */
    void date(PartialDate date, Lines lines, String pointer) {
        if (date.exact().isPresent()) {
            return;
        }
        var readable = date.year() != null
                && (date.month() != null || date.asWritten().matches("(?:[xX]{1,2}/){0,2}[0-9]{4}"));
        if (readable) {
            var leftOpen =
                    date.asWritten().indexOf('x') >= 0 || date.asWritten().indexOf('X') >= 0;
            add(
                    leftOpen ? Severity.WARNING : Severity.INFO,
                    FindingCode.PARTIAL_DATE,
                    "\"%s\" is kept as a partial date: it has no %s."
                            .formatted(date.asWritten(), date.month() == null ? "month and day" : "day"),
                    lines,
                    pointer);
        } else {
            add(
                    Severity.WARNING,
                    FindingCode.UNREAD_DATE,
                    "\"%s\" was not read as a date: it has no year of four digits, or is no day of the calendar."
                            .formatted(date.asWritten()),
                    lines,
                    pointer);
        }
    }

    List<Finding> inOrder() {
        return findings.stream().sorted(Finding.IN_ORDER).toList();
    }

    private void add(Finding finding) {
        if (findings.size() < MOST) {
            findings.add(finding);
        } else if (findings.size() == MOST) {
            findings.add(new Finding(
                    Severity.WARNING,
                    FindingCode.MORE_FINDINGS,
                    "There are more than %d findings; the rest is not listed.".formatted(MOST),
                    finding.lines(),
                    null));
        }
    }
}
