package city.planofrecord.notice.noticedocument;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The two sides of one item while its cells are read. */
final class ItemCells {

    private static final Pattern JOB_CODE = Pattern.compile("[A-Z]{1,4}\\d{2,6}[A-Z]?");
    private static final Pattern NOT_GIVEN =
            Pattern.compile("-*|none|n/?a|tbd|to be determined|not assigned", Pattern.CASE_INSENSITIVE);

    private final String pointer;
    private final Findings findings;
    private final Map<String, Lines> sources;
    private ClassTerms present = ClassTerms.NONE;
    private ClassTerms proposed = ClassTerms.NONE;
    private Lines lines = new Lines(1, 1);

    ItemCells(String pointer, Findings findings, Map<String, Lines> sources) {
        this.pointer = pointer;
        this.findings = findings;
        this.sources = sources;
    }

    void read(Column column, Set<Column.Side> sides, String cell, Lines where) {
        for (var side : sides) {
            boolean before = side == Column.Side.PRESENT;
            lines = where;
            var read = cell(before ? present : proposed, column, cell, pointer + (before ? "/present" : "/proposed"));
            present = before ? read : present;
            proposed = before ? proposed : read;
        }
    }

    DraftItem item(int number, ItemKind kind) {
        var changes = EnumSet.noneOf(Change.class);
        if (kind == ItemKind.REVISE) {
            differs(present.jobCode(), proposed.jobCode(), Change.RECODE, changes);
            differs(present.title(), proposed.title(), Change.RETITLE, changes);
            differs(present.grade(), proposed.grade(), Change.REGRADE, changes);
            if (present.grade() != null
                    && present.grade().equals(proposed.grade())
                    && present.range() != null
                    && proposed.range() != null
                    && !present.range().equals(proposed.range())) {
                findings.error(
                        FindingCode.RANGE_CONTRADICTORY,
                        "Grade " + present.grade() + " is printed with two ranges. Correct the one that is wrong.",
                        lines,
                        pointer + "/proposed/range");
            }
        }
        return new DraftItem(
                number,
                kind,
                List.copyOf(changes),
                kind == ItemKind.ESTABLISH ? null : present,
                kind == ItemKind.ABOLISH ? null : proposed);
    }

    private static <T> void differs(@Nullable T before, @Nullable T after, Change change, Set<Change> changes) {
        if (before != null && after != null && !Objects.equals(before, after)) {
            changes.add(change);
        }
    }

    private ClassTerms cell(ClassTerms terms, Column column, String cell, String side) {
        return switch (column.field()) {
            case JOB_CODE -> jobCode(terms, cell, side + "/jobCode");
            case TITLE -> title(terms, cell, side + "/title");
            case PAY -> pay(terms, column, cell, side);
        };
    }

    private ClassTerms jobCode(ClassTerms terms, String cell, String at) {
        var code = Dashes.asHyphens(cell);
        if (missing(code, at)) {
            return terms;
        }
        if (!JOB_CODE.matcher(code).matches()) {
            findings.error(
                    FindingCode.JOB_CODE_UNREADABLE,
                    "\"" + cell + "\" is no job code; one is letters and digits, such as \"AB1234\". Correct it.",
                    lines,
                    at);
            return terms;
        }
        if (terms.jobCode() != null) {
            return terms;
        }
        sources.put(at, lines);
        return terms.withJobCode(code);
    }

    private ClassTerms title(ClassTerms terms, String cell, String at) {
        if (missing(cell, at) || terms.title() != null) {
            return terms;
        }
        sources.put(at, lines);
        return terms.withTitle(Dashes.asHyphensInWords(cell));
    }

    private ClassTerms pay(ClassTerms terms, Column column, String cell, String side) {
        if (missing(cell, side + "/grade")) {
            return terms;
        }
        var pay = Pay.read(cell, column.basis());
        if (pay.isEmpty()) {
            findings.error(
                    FindingCode.PAY_UNREADABLE,
                    "\"" + cell + "\" is neither a grade nor a range. Write it as \"123-X ($10,000 to $20,000)\".",
                    lines,
                    side + "/grade");
            return terms;
        }
        var read = terms;
        var grade = pay.get().grade();
        if ((grade != null && terms.grade() != null) || (pay.get().range() != null && terms.range() != null)) {
            findings.error(
                    FindingCode.VALUE_REPEATED,
                    "The pay of this class is said twice, and the first was taken. Say which is present and which proposed.",
                    lines,
                    side + "/grade");
            return terms;
        }
        if (grade != null) {
            sources.put(side + "/grade", lines);
            read = read.withGrade(grade);
        }
        var range = pay.get().range();
        if (range != null) {
            sources.put(side + "/range", lines);
            read = read.withRange(range);
            doubts(pay.get(), range, side + "/range");
        }
        return read;
    }

    private void doubts(Pay pay, PayRange range, String at) {
        if (range.minimum().compareTo(range.maximum()) > 0) {
            findings.error(
                    FindingCode.RANGE_CONTRADICTORY,
                    "The minimum " + range.minimum() + " is above the maximum " + range.maximum() + ". Correct them.",
                    lines,
                    at);
        }
        if (pay.basisAssumed()) {
            findings.warning(
                    FindingCode.PAY_BASIS_ASSUMED,
                    "These amounts were taken to be hourly, which the notice does not say. Check that.",
                    lines,
                    at);
        }
    }

    private boolean missing(String cell, String at) {
        boolean missing = NOT_GIVEN.matcher(Dashes.asHyphens(cell)).matches();
        if (missing) {
            findings.warning(FindingCode.VALUE_MISSING, "This cell is empty. Fill it in, if it is known.", lines, at);
        }
        return missing;
    }
}
