/** The five verbs on schedules, grades and assignments alike, and the views of what was recorded. */
@NullMarked
package city.planofrecord.paygrade.acts;

import org.jspecify.annotations.NullMarked;
