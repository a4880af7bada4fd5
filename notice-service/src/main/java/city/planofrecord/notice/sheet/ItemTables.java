package city.planofrecord.notice.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.notice.Draft;
import city.planofrecord.notice.notice.PrintedRange;
import city.planofrecord.notice.notice.ProposedItem;
import city.planofrecord.notice.notice.Terms;
import city.planofrecord.notice.noticedocument.Change;
import city.planofrecord.notice.sheet.Block.Cell;
import city.planofrecord.notice.sheet.Block.Column;
import city.planofrecord.notice.sheet.Block.Group;

/** The items of a notice in its order; those that do the same and follow each other share a table. */
final class ItemTables {

    private static final List<Column> COLUMNS = List.of(
            new Column("Item", 4),
            new Column("", 9),
            new Column("Job code", 8),
            new Column("Classification title", 29),
            new Column("Grade", 7),
            new Column("Pay range", 18));

    private final Draft draft;
    private final Attachments attachments;

    ItemTables(Draft draft, Attachments attachments) {
        this.draft = draft;
        this.attachments = attachments;
    }

    List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        var groups = new ArrayList<Group>();
        var headline = "";
        for (var item : draft.items()) {
            var next = headline(item);
            if (!next.equals(headline) && !groups.isEmpty()) {
                blocks.add(new Block.Subheading(headline));
                blocks.add(new Block.Table(COLUMNS, groups));
                groups.clear();
            }
            headline = next;
            groups.add(group(item));
        }
        blocks.add(new Block.Subheading(headline));
        blocks.add(new Block.Table(COLUMNS, groups));
        return blocks;
    }

    private static String headline(ProposedItem item) {
        return switch (item.kind()) {
            case REVISE ->
                "New "
                        + Wording.enumeration(
                                item.changes().stream().map(ItemTables::changed).toList());
            case ESTABLISH -> "New classes";
            case ABOLISH -> "Classes to be abolished";
            case ESTABLISH_SCHEDULE -> "New pay schedules";
            case ABOLISH_SCHEDULE -> "Pay schedules to be abolished";
            case ESTABLISH_GRADE -> "New pay grades";
            case ADJUST_RANGE -> "New pay ranges";
            case ABOLISH_GRADE -> "Pay grades to be abolished";
        };
    }

    private static String changed(Change change) {
        return switch (change) {
            case RECODE -> "job code";
            case RETITLE -> "title";
            case REGRADE -> "pay grade";
            case RESPECIFY -> "class specification";
            case RECLASSIFY -> "classification";
        };
    }

    private Group group(ProposedItem item) {
        var before = Objects.requireNonNullElse(item.present(), Terms.NONE);
        var after = Objects.requireNonNullElse(item.proposed(), Terms.NONE);
        var number = String.valueOf(item.item());
        var rows = switch (item.kind()) {
            case REVISE, ADJUST_RANGE ->
                List.of(row(number, "Present", before, false), proposed(before, changedOnly(before, after)));
            case ESTABLISH, ESTABLISH_SCHEDULE, ESTABLISH_GRADE -> List.of(row(number, "New", after, true));
            case ABOLISH, ABOLISH_SCHEDULE, ABOLISH_GRADE -> List.of(row(number, "Abolished", before, false));
        };
        return new Group(rows, notes(item, before, after));
    }

    private static List<Cell> row(String number, String label, Terms terms, boolean strong) {
        return List.of(
                Cell.of(number),
                Cell.of(label),
                cell(terms.jobCode(), strong),
                cell(title(terms), strong),
                cell(terms.grade(), strong),
                cell(range(terms.range()), strong));
    }

    private static List<Cell> proposed(Terms before, Terms changed) {
        return List.of(
                Cell.EMPTY,
                Cell.of("Proposed"),
                changedOr(changed.jobCode(), before.jobCode()),
                changedOr(title(changed), title(before)),
                changedOr(changed.grade(), before.grade()),
                changed.grade() == null || changed.range() != null
                        ? changedOr(range(changed.range()), range(before.range()))
                        : Cell.EMPTY);
    }

    /** The proposed terms without those that are as they were. */
    private static Terms changedOnly(Terms before, Terms after) {
        return new Terms(
                unlessSame(after.jobCode(), before.jobCode()),
                unlessSame(after.title(), before.title()),
                Boolean.TRUE.equals(after.newGrade()) ? after.grade() : unlessSame(after.grade(), before.grade()),
                unlessSame(after.range(), before.range()),
                null,
                null,
                null,
                null,
                null,
                null,
                unlessSame(after.schedule(), before.schedule()),
                unlessSame(after.name(), before.name()),
                null,
                null,
                null);
    }

    private static <T> @Nullable T unlessSame(@Nullable T after, @Nullable T before) {
        return Objects.equals(after, before) ? null : after;
    }

    private static Cell changedOr(@Nullable String changed, @Nullable String before) {
        return changed == null ? cell(before, false) : cell(changed, true);
    }

    private static Cell cell(@Nullable String text, boolean strong) {
        return text == null ? Cell.EMPTY : new Cell(text, strong);
    }

    private static @Nullable String title(Terms terms) {
        if (terms.title() != null || terms.schedule() == null) {
            return terms.title();
        }
        return "Schedule " + terms.schedule() + (terms.name() == null ? "" : ": " + terms.name());
    }

    private static @Nullable String range(@Nullable PrintedRange range) {
        return range == null ? null : Wording.range(range);
    }

    private List<String> notes(ProposedItem item, Terms before, Terms after) {
        var notes = new ArrayList<String>();
        note(notes, "Occupational group: ", after.occupationalGroup(), before.occupationalGroup());
        note(notes, "Class series: ", after.series(), before.series());
        note(notes, "FLSA status: ", words(after.flsaStatus()), words(before.flsaStatus()));
        note(notes, "FLSA exemption: ", words(after.flsaExemption()), words(before.flsaExemption()));
        var eeo4 = after.eeo4Category();
        note(notes, "EEO-4 category: ", eeo4 == null ? null : eeo4.code() + " (" + eeo4.version() + ")", null);
        var soc = after.socCode();
        note(notes, "SOC code: ", soc == null ? null : soc.code() + " (" + soc.version() + ")", null);
        note(notes, "", Boolean.TRUE.equals(after.newGrade()) ? "The new pay grade of this name" : null, null);
        note(notes, "In place of ", codes(after.inPlaceOf()), null);
        note(notes, "Its positions go to ", codes(after.into()), null);
        attachments.placesOf(item.item()).forEach(place -> notes.add("Class specification: attachment " + place));
        return notes;
    }

    private static void note(List<String> notes, String what, @Nullable String after, @Nullable String before) {
        if (after != null) {
            notes.add(what + after + (before == null || before.equals(after) ? "" : " (was " + before + ")"));
        }
    }

    private static @Nullable String words(@Nullable Enum<?> value) {
        return value == null ? null : value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static @Nullable String codes(@Nullable List<String> codes) {
        return codes == null || codes.isEmpty() ? null : Wording.enumeration(codes);
    }
}
