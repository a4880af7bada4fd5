/** Who calls, and what each role may do. */
@NullMarked
package city.planofrecord.chassis.access;

import org.jspecify.annotations.NullMarked;
