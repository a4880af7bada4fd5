package city.planofrecord.classification.specification;

import java.util.ArrayList;
import java.util.List;

/** Reads the class specifications that a document holds, whatever template each follows. */
public final class SpecificationParser {

    private static final int LONGEST_ROW = 2_000;

    private SpecificationParser() {}

    /**
     * Reads one or several specifications. Never throws on a document: what is not read is a finding.
     *
     * @param lines all lines of the document, so that the line numbers of sources and findings count in it; lines that
     *     are not to be read can be blank
     */
    public static ParsedSpecifications parse(List<String> lines) {
        var findings = new Findings();
        var specifications = new ArrayList<ClassSpecification>();
        var outlined = new Findings();
        for (var outline : new Outliner(read(lines), outlined).outlines()) {
            if (outline.isSpecification()) {
                specifications.add(specification(outline, findings.in(specifications.size())));
            } else {
                outlined.unclaimed("text under headings, but too little for a specification", outline.span());
            }
        }
        if (specifications.isEmpty()) {
            findings.noSpecification(new Lines(1, Math.max(1, lines.size())));
        } else {
            findings.addAll(outlined);
        }
        return new ParsedSpecifications(specifications, findings.inOrder());
    }

    private static List<Line> read(List<String> lines) {
        var read = new ArrayList<Line>(lines.size());
        for (var i = 0; i < lines.size(); i++) {
            var raw = lines.get(i);
            if (raw.indexOf('\t') < 0 || raw.length() > LONGEST_ROW) {
                read.add(Line.read(i + 1, raw));
            } else {
                read.addAll(cells(i + 1, raw));
            }
        }
        return read;
    }

    /** A line of a table in which several cells begin with a heading is a line for each. */
    private static List<Line> cells(int number, String raw) {
        var parts = new ArrayList<StringBuilder>();
        for (var cell : raw.split("\t", -1)) {
            if (parts.isEmpty() || Headings.on(Line.read(number, cell)).isPresent()) {
                parts.add(new StringBuilder(cell));
            } else {
                parts.getLast().append(' ').append(cell);
            }
        }
        return parts.stream().map(part -> Line.read(number, part.toString())).toList();
    }

    private static ClassSpecification specification(Outline outline, Findings findings) {
        var draft = new SpecificationDraft(findings);
        var title = outline.title();
        if (title != null) {
            var text = Emphasis.without(title.text());
            var titled = JobCodes.ending(text);
            draft.setField(Section.TITLE, titled.map(JobCodes.Titled::title).orElse(text), title.lines());
            titled.ifPresent(code -> draft.setField(Section.JOB_CODE, code.jobCode(), title.lines()));
        }
        for (var section : outline.sections()) {
            if (section.isEmpty() && section.section().mustSay()) {
                findings.warn(
                        FindingCode.EMPTY_SECTION,
                        "Nothing stands under this heading, not even None.",
                        section.heading());
            }
            draft.read(section);
        }
        return draft.complete(
                outline.template(), title == null ? Lines.at(outline.span().from()) : title.lines());
    }
}
