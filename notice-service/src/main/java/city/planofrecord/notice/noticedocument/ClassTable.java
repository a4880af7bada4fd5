package city.planofrecord.notice.noticedocument;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Turns a table of changes into items: each row one item, what changes told by comparing its columns. */
final class ClassTable {

    private static final Pattern JOB_CODE = Pattern.compile("[A-Z]{1,4}\\d{2,6}[A-Z]?");
    private static final Pattern NOT_GIVEN =
            Pattern.compile("-*|none|n/?a|tbd|to be determined|not assigned", Pattern.CASE_INSENSITIVE);

    /** Which of the two terms each column of a table fills. */
    private record Sides(ItemKind kind, List<Column> columns) {

        static Sides of(Block.Table table) {
            return new Sides(
                    table.heading().kind(),
                    table.groups().stream()
                            .flatMap(group -> group.columns().stream())
                            .flatMap(Optional::stream)
                            .toList());
        }

        /** A column that names no side fills those that no other column of its field names. */
        Set<Column.Side> of(Column column) {
            var sides = switch (kind) {
                case REVISE -> EnumSet.of(Column.Side.PRESENT, Column.Side.PROPOSED);
                case ESTABLISH -> EnumSet.of(Column.Side.PROPOSED);
                case ABOLISH -> EnumSet.of(Column.Side.PRESENT);
                case ESTABLISH_SCHEDULE, ABOLISH_SCHEDULE, ESTABLISH_GRADE, ADJUST_RANGE, ABOLISH_GRADE ->
                    EnumSet.noneOf(Column.Side.class);
            };
            if (column.side() != Column.Side.UNSAID) {
                sides.retainAll(EnumSet.of(column.side()));
            } else {
                columns.stream()
                        .filter(other -> other.field() == column.field())
                        .forEach(other -> sides.remove(other.side()));
            }
            return sides;
        }
    }

    private final Findings findings;
    private final Map<String, Lines> sources;
    private final List<DraftItem> items;
    private final Set<Integer> announced;

    ClassTable(Findings findings, Map<String, Lines> sources, List<DraftItem> items, Set<Integer> announced) {
        this.findings = findings;
        this.sources = sources;
        this.items = items;
        this.announced = announced;
    }

    /** Adds the table's items after those that are there. */
    void read(Block.Table table) {
        if (!table.strays().isEmpty()) {
            findings.error(
                    FindingCode.TABLE_UNREADABLE,
                    "These rows stand before any heading of columns, so nothing was read. Name the columns above them.",
                    table.strays().getFirst().lines().and(table.lines()));
            return;
        }
        if (table.groups().isEmpty()) {
            findings.error(
                    FindingCode.TABLE_UNREADABLE,
                    "Put a table of classes under this heading, or take the heading out.",
                    table.lines());
            return;
        }
        if (!table.groups().getFirst().namesClasses()) {
            findings.error(
                    FindingCode.TABLE_UNREADABLE,
                    "No column of this table names a class. Begin it with job codes or titles.",
                    table.lines());
            return;
        }
        var groups = matched(table);
        var sides = Sides.of(table);
        columns(groups, sides);
        var leading = groups.getFirst();
        if (leading.rows().isEmpty()) {
            findings.error(
                    FindingCode.TABLE_UNREADABLE,
                    "The table under this heading has no rows that could be read.",
                    table.lines());
        }
        boolean whole = groups.size() == table.groups().size();
        var read = new ArrayList<DraftItem>();
        for (int row = 0; row < leading.rows().size(); row++) {
            item(table.heading(), groups, sides, row, whole).ifPresent(read::add);
        }
        if (table.heading().promised().contains(Change.RECODE)
                && !read.isEmpty()
                && read.stream().noneMatch(item -> item.changes().contains(Change.RECODE))) {
            findings.warning(
                    FindingCode.HEADING_DISAGREES,
                    "The heading speaks of job codes, and no job code below it changes. Check both.",
                    table.lines());
        }
    }

    /** The groups that belong together: the table, and the torn columns with as many rows. */
    private List<ColumnGroup> matched(Block.Table table) {
        var leading = table.groups().getFirst();
        var matched = new ArrayList<ColumnGroup>();
        matched.add(leading);
        Lines torn = null;
        for (var group : table.groups().subList(1, table.groups().size())) {
            if (group.rows().size() == leading.rows().size()) {
                matched.add(group);
                torn = torn == null ? group.lines() : torn.and(group.lines());
            } else {
                findings.error(
                        FindingCode.TORN_COLUMNS_REFUSED,
                        "The column \"%s\" has %d entries and its table %d rows, so nobody can say which belongs to which. Put each entry into its row."
                                .formatted(
                                        String.join(" | ", group.headings()),
                                        group.rows().size(),
                                        leading.rows().size()),
                        group.lines());
            }
        }
        if (torn != null) {
            findings.info(
                    FindingCode.TORN_COLUMNS_MATCHED,
                    "These columns stand apart from their table and were matched to it row by row. Check that the rows are in the same order.",
                    torn);
        }
        return matched;
    }

    private void columns(List<ColumnGroup> groups, Sides sides) {
        var seen = new HashSet<Column>();
        for (var group : groups) {
            for (int i = 0; i < group.columns().size(); i++) {
                var column = group.columns().get(i);
                var heading = group.headings().get(i);
                if (column.isEmpty()) {
                    findings.warning(
                            FindingCode.UNKNOWN_COLUMN,
                            "The column \"" + heading + "\" is not known and was left out.",
                            group.lines());
                } else if (sides.of(column.get()).isEmpty()) {
                    findings.warning(
                            FindingCode.HEADING_DISAGREES,
                            "The column \"" + heading + "\" does not fit the heading above it and was left out.",
                            group.lines());
                } else if (!seen.add(column.get()) && column.get().field() != Column.Field.PAY) {
                    findings.error(
                            FindingCode.TABLE_UNREADABLE,
                            "The column \"" + heading
                                    + "\" is there twice. Say which one is present and which proposed.",
                            group.lines());
                }
            }
        }
    }

    private Optional<DraftItem> item(
            SectionHeading heading, List<ColumnGroup> groups, Sides sides, int row, boolean whole) {
        var lines = groups.getFirst().rows().get(row).line().lines();
        var pointer = "/items/" + items.size();
        var terms = new Terms(pointer);
        boolean unreadable = false;
        for (var group : groups) {
            var cells = group.rows().get(row);
            lines = lines.and(cells.line().lines());
            if (cells.cells().isEmpty()) {
                unreadable = true;
                findings.error(
                        FindingCode.ROW_UNREADABLE,
                        "This row does not have the %d cells of its table; no item was made of it. Part its cells by tabs."
                                .formatted(group.columns().size()),
                        cells.line().lines());
            }
        }
        if (unreadable) {
            return Optional.empty();
        }
        for (var group : groups) {
            var cells = group.rows().get(row);
            for (int i = 0; i < group.columns().size(); i++) {
                var column = group.columns().get(i);
                if (column.isPresent()) {
                    terms.read(
                            column.get(),
                            sides.of(column.get()),
                            cells.cells().orElseThrow().get(i),
                            cells.line().lines());
                }
            }
        }
        var item = terms.item(heading.kind());
        items.add(item);
        sources.put(pointer, groups.getFirst().rows().get(row).line().lines());
        if (heading.promised().contains(Change.RESPECIFY)) {
            announced.add(item.item());
        }
        if (whole) {
            compare(heading, item, groups.getFirst().rows().get(row).line().lines(), pointer);
        }
        return Optional.of(item);
    }

    /** Says where the heading and the columns disagree; the columns count. */
    private void compare(SectionHeading heading, DraftItem item, Lines lines, String pointer) {
        if (heading.kind() != ItemKind.REVISE) {
            return;
        }
        for (var change : EnumSet.of(Change.RETITLE, Change.REGRADE)) {
            boolean promised = heading.promised().contains(change);
            if (promised != item.changes().contains(change)) {
                findings.warning(
                        FindingCode.HEADING_DISAGREES,
                        promised
                                ? "The heading promises a new %s, and the columns show none. Check both."
                                        .formatted(what(change))
                                : "The columns show a new %s, of which the heading says nothing. Check both."
                                        .formatted(what(change)),
                        lines,
                        pointer);
            }
        }
    }

    private static String what(Change change) {
        return switch (change) {
            case RECODE -> "job code";
            case RETITLE -> "title";
            case REGRADE -> "pay grade";
            case RESPECIFY -> "specification";
            case RECLASSIFY -> "classification";
        };
    }

    /** The two sides of one item while its cells are read. */
    private final class Terms {

        private final String pointer;
        private ClassTerms present = ClassTerms.NONE;
        private ClassTerms proposed = ClassTerms.NONE;
        private Lines lines = new Lines(1, 1);

        Terms(String pointer) {
            this.pointer = pointer;
        }

        void read(Column column, Set<Column.Side> sides, String cell, Lines where) {
            for (var side : sides) {
                boolean before = side == Column.Side.PRESENT;
                lines = where;
                var read =
                        cell(before ? present : proposed, column, cell, pointer + (before ? "/present" : "/proposed"));
                present = before ? read : present;
                proposed = before ? proposed : read;
            }
        }

        DraftItem item(ItemKind kind) {
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
                    items.size() + 1,
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
                        "The minimum " + range.minimum() + " is above the maximum " + range.maximum()
                                + ". Correct them.",
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
                findings.warning(
                        FindingCode.VALUE_MISSING, "This cell is empty. Fill it in, if it is known.", lines, at);
            }
            return missing;
        }
    }
}
