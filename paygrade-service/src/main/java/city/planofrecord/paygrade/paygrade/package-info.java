/** Pay grades: the lines of a schedule, with their ranges. */
@NullMarked
package city.planofrecord.paygrade.paygrade;

import org.jspecify.annotations.NullMarked;
