/** What must hold between schedules, grades and assignments: plain rules over their periods. */
@NullMarked
package city.planofrecord.paygrade.soundness;

import org.jspecify.annotations.NullMarked;
