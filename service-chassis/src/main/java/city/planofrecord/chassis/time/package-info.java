/** The city's clock, the two dates of a read, and what is settled. */
@NullMarked
package city.planofrecord.chassis.time;

import org.jspecify.annotations.NullMarked;
