package city.planofrecord.notice.noticedocument;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns a table of changes into items: each row one item, what changes told by comparing its columns. */
final class ClassTable {

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
        var terms = new ItemCells(pointer, findings, sources);
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
        var item = terms.item(items.size() + 1, heading.kind());
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
}
