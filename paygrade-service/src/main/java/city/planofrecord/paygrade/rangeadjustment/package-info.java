/** Ranges moved together: a percentage or an amount, a floor below which no minimum lies, and how cents are rounded. */
@NullMarked
package city.planofrecord.paygrade.rangeadjustment;

import org.jspecify.annotations.NullMarked;
