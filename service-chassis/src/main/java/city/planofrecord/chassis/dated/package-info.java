/** Stretches of days: who is meant by a code on a day, and what to say of a day that none covers. */
@NullMarked
package city.planofrecord.chassis.dated;

import org.jspecify.annotations.NullMarked;
