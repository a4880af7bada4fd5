package city.planofrecord.paygrade.rangeadjustment;

import java.util.List;

/** Whose ranges are moved. */
sealed interface Selection {

    /** All grades of a schedule that are in effect on the day. */
    record OfSchedule(String letter) implements Selection {}

    /** Those named, in either notation. */
    record OfGrades(List<String> grades) implements Selection {}
}
