/** Which grade a class carries in a period. */
@NullMarked
package city.planofrecord.paygrade.gradeassignment;

import org.jspecify.annotations.NullMarked;
