package city.planofrecord.notice.noticeimport;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.notice.Amount;
import city.planofrecord.notice.notice.GradeName;
import city.planofrecord.notice.notice.PrintedRange;
import city.planofrecord.notice.notice.ProposedItem;
import city.planofrecord.notice.notice.Terms;
import city.planofrecord.notice.noticedocument.ItemKind;
import city.planofrecord.notice.noticedocument.PayBasis;

/**
 * One row of a table of items.
 *
 * @param cells those that are not empty
 */
record ItemRow(long line, Map<ItemColumn, String> cells) {

    private static final Pattern JOB_CODE = Pattern.compile("[A-Z][A-Z0-9]{2,11}");
    private static final Pattern LETTER = Pattern.compile("[A-Z]{1,2}");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final int LONGEST = 200;

    Optional<String> cell(ItemColumn column) {
        return Optional.ofNullable(cells.get(column));
    }

    /** The item that the row says; empty where a cell is in the way, which is found then. */
    Optional<ProposedItem> item(List<CellFinding> findings) {
        var reading = new Reading(findings);
        var kind = reading.named(ItemColumn.KIND, ItemKind.class);
        if (kind == null) {
            if (cell(ItemColumn.KIND).isEmpty()) {
                reading.find(ItemColumn.KIND, "The row does not say what the item does.", null, kinds());
            }
            return Optional.empty();
        }
        cells.forEach((column, found) -> {
            if (!column.fits(kind)) {
                reading.find(column, "An item of kind " + kind + " says nothing there.", found, "an empty cell");
            }
        });
        return Optional.of(new ProposedItem(0, kind, null, reading.present(), reading.proposed()));
    }

    private static String kinds() {
        return "one of "
                + String.join(
                        ", ", Arrays.stream(ItemKind.values()).map(Enum::name).toList());
    }

    /** Reads the cells and finds what is wrong with them. */
    private final class Reading {

        private final List<CellFinding> findings;

        Reading(List<CellFinding> findings) {
            this.findings = findings;
        }

        void find(ItemColumn column, String message, @Nullable String found, @Nullable String expected) {
            findings.add(new CellFinding(line, column.written(), message, found, expected));
        }

        @Nullable
        Terms present() {
            var terms = new Terms(
                    matching(ItemColumn.PRESENT_JOB_CODE, JOB_CODE, "a job code such as CA2434"),
                    words(ItemColumn.PRESENT_TITLE),
                    grade(ItemColumn.PRESENT_GRADE),
                    range(ItemColumn.PRESENT_MINIMUM, ItemColumn.PRESENT_MAXIMUM),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    matching(ItemColumn.PRESENT_SCHEDULE, LETTER, "a letter such as A"),
                    null,
                    null,
                    null,
                    null);
            return terms.equals(Terms.NONE) ? null : terms;
        }

        @Nullable
        Terms proposed() {
            var terms = new Terms(
                    matching(ItemColumn.JOB_CODE, JOB_CODE, "a job code such as CA2434"),
                    words(ItemColumn.TITLE),
                    grade(ItemColumn.GRADE),
                    range(ItemColumn.MINIMUM, ItemColumn.MAXIMUM),
                    null,
                    codes(ItemColumn.IN_PLACE_OF),
                    codes(ItemColumn.INTO),
                    words(ItemColumn.OCCUPATIONAL_GROUP),
                    words(ItemColumn.SERIES),
                    named(ItemColumn.FLSA_STATUS, Terms.FlsaStatus.class),
                    matching(ItemColumn.SCHEDULE, LETTER, "a letter such as A"),
                    words(ItemColumn.SCHEDULE_NAME),
                    named(ItemColumn.FLSA_EXEMPTION, Terms.FlsaExemption.class),
                    null,
                    null,
                    yes(ItemColumn.GRADE_IS_NEW));
            return terms.equals(Terms.NONE) ? null : terms;
        }

        private <T> @Nullable T value(ItemColumn column, Function<String, Optional<T>> read, String expected) {
            var cell = cells.get(column);
            if (cell == null) {
                return null;
            }
            var value = read.apply(cell);
            if (value.isEmpty()) {
                find(column, "The cell cannot be read.", cell, expected);
            }
            return value.orElse(null);
        }

        private @Nullable String matching(ItemColumn column, Pattern pattern, String expected) {
            return value(
                    column,
                    cell -> Optional.of(cell)
                            .filter(text -> pattern.matcher(text).matches()),
                    expected);
        }

        private @Nullable Boolean yes(ItemColumn column) {
            return value(
                    column,
                    cell -> cell.equalsIgnoreCase("yes") ? Optional.of(true) : Optional.empty(),
                    "yes, or an empty cell");
        }

        private @Nullable String words(ItemColumn column) {
            return value(
                    column,
                    cell -> Optional.of(cell).filter(text -> text.length() <= LONGEST),
                    "up to " + LONGEST + " characters");
        }

        private @Nullable String grade(ItemColumn column) {
            return value(column, cell -> GradeName.parse(cell).map(GradeName::canonical), "a grade such as 613-A");
        }

        private @Nullable List<String> codes(ItemColumn column) {
            return value(
                    column,
                    cell -> {
                        var codes = List.of(cell.split("[\\s;,]+"));
                        return codes.stream()
                                        .allMatch(code -> JOB_CODE.matcher(code).matches())
                                ? Optional.of(codes)
                                : Optional.empty();
                    },
                    "job codes such as CS2156; CS2157");
        }

        <E extends Enum<E>> @Nullable E named(ItemColumn column, Class<E> names) {
            var known = Arrays.stream(names.getEnumConstants()).map(Enum::name).toList();
            return value(
                    column,
                    cell -> {
                        var name = cell.toUpperCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
                        return known.contains(name) ? Optional.of(Enum.valueOf(names, name)) : Optional.empty();
                    },
                    "one of " + String.join(", ", known));
        }

        private @Nullable PrintedRange range(ItemColumn from, ItemColumn to) {
            var minimum = amount(from);
            var maximum = amount(to);
            var currency = matching(ItemColumn.CURRENCY, CURRENCY, "a currency such as USD");
            var basis = named(ItemColumn.BASIS, PayBasis.class);
            if (minimum != null && maximum != null) {
                return new PrintedRange(minimum, maximum, currency, basis);
            }
            if (cells.containsKey(from) != cells.containsKey(to)) {
                var missing = cells.containsKey(from) ? to : from;
                find(missing, "A range has a minimum and a maximum.", null, "an amount such as 33597.00");
            }
            return null;
        }

        private @Nullable Amount amount(ItemColumn column) {
            return value(column, ItemRow::money, "an amount such as 33597.00");
        }
    }

    private static Optional<Amount> money(String cell) {
        try {
            return Optional.of(Amount.of(cell.replaceFirst("^\\$\\s*", "").replaceAll("(?<=\\d),(?=\\d{3})", "")));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
