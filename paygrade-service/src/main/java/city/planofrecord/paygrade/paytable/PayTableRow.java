package city.planofrecord.paygrade.paytable;

import java.time.LocalDate;
import java.util.Optional;

import city.planofrecord.paygrade.code.GradeCode;
import city.planofrecord.paygrade.payrange.PayRange;

/**
 * One row of a pay table.
 *
 * @param line its line in the file, from 1
 * @param range empty where the grade has none
 */
record PayTableRow(long line, GradeCode grade, LocalDate effectiveFrom, Optional<PayRange> range) {

    String pointer(PayTableColumn column) {
        return "/rows/" + line + "/" + column.field();
    }
}
