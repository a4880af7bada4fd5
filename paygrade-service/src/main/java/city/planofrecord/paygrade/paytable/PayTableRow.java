package city.planofrecord.paygrade.paytable;

import java.time.LocalDate;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.Violation;
import city.planofrecord.paygrade.code.GradeCode;
import city.planofrecord.paygrade.payrange.PayRange;

/**
 * One row of a pay table.
 *
 * @param effectiveUntil until when the row says that it holds, exclusive; empty where it says nothing
 * @param range empty where the grade has none
 */
record PayTableRow(
        PlacedRow written,
        GradeCode grade,
        LocalDate effectiveFrom,
        Optional<LocalDate> effectiveUntil,
        Optional<PayRange> range) {

    /** Its line in a CSV, its row in a sheet, from 1. */
    long line() {
        return written.line();
    }

    Violation violation(PayTableColumn column, String message, @Nullable String found, @Nullable String expected) {
        return written.violation(column, message, found, expected);
    }
}
