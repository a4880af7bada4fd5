package city.planofrecord.paygrade.paytable;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

import org.dhatim.fastexcel.reader.Cell;
import org.jspecify.annotations.Nullable;

/** The cells of a sheet as texts: numbers in plain digits, dates as 2010-10-17. */
final class SheetCells {

    private static final MathContext AS_SPREADSHEETS_COUNT = new MathContext(15, RoundingMode.HALF_EVEN);
    private static final int MOST_DIGITS = 30;
    private static final int MOST_DAYS = 2_958_465;
    private static final int LEAP_DAY_THAT_NEVER_WAS = 60;
    private static final int LONGEST_FORMAT = 255;
    private static final LocalDate DAY_0 = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_0_OF_1904 = LocalDate.of(1904, 1, 1);
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*+\"?|\\\\.|\\[[^\\]]*+\\]?|_.|\\*.");
    private static final Pattern PART_OF_A_DATE = Pattern.compile("[ydYD]|m");

    private final boolean from1904;

    /** @param from1904 whether the workbook counts its days from 1904 on */
    SheetCells(boolean from1904) {
        this.from1904 = from1904;
    }

    String text(Cell cell) {
        var value = cell.getValue();
        return switch (cell.getType()) {
            case EMPTY -> "";
            case STRING -> text(cell.getRawValue());
            case ERROR -> written(cell.getRawValue());
            case BOOLEAN -> String.valueOf(value).toUpperCase(Locale.ROOT);
            case NUMBER -> number(cell, (BigDecimal) value);
            // A formula stands for the value that was kept with it; one without must not read as an empty cell.
            case FORMULA ->
                switch (value) {
                    case BigDecimal number -> number(cell, number);
                    case String text -> text;
                    case null -> "=" + written(cell.getFormula());
                    default -> String.valueOf(value).toUpperCase(Locale.ROOT);
                };
        };
    }

    private static String text(@Nullable String shared) {
        if (shared == null) {
            throw new IllegalStateException("a text that the workbook does not hold");
        }
        return shared;
    }

    private static String written(@Nullable String text) {
        return text == null ? "" : text;
    }

    private String number(Cell cell, BigDecimal exact) {
        var number = exact.round(AS_SPREADSHEETS_COUNT).stripTrailingZeros();
        if (number.precision() - number.scale() > MOST_DIGITS || number.scale() > MOST_DIGITS) {
            return number.toString();
        }
        return isDate(cell) && isDay(number) ? day(number.intValueExact()).toString() : number.toPlainString();
    }

    private static boolean isDay(BigDecimal number) {
        return number.signum() > 0 && number.scale() <= 0 && number.compareTo(BigDecimal.valueOf(MOST_DAYS)) <= 0;
    }

    private LocalDate day(int number) {
        if (from1904) {
            return DAY_0_OF_1904.plusDays(number);
        }
        return DAY_0.plusDays(number < LEAP_DAY_THAT_NEVER_WAS ? number + 1 : number);
    }

    private static boolean isDate(Cell cell) {
        var format = cell.getDataFormatString();
        if (format != null) {
            return format.length() <= LONGEST_FORMAT
                    && PART_OF_A_DATE
                            .matcher(QUOTED.matcher(format).replaceAll(""))
                            .find();
        }
        var id = cell.getDataFormatId();
        return id != null && ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58));
    }
}
