/** How schedules and grades are named. */
@NullMarked
package city.planofrecord.paygrade.code;

import org.jspecify.annotations.NullMarked;
