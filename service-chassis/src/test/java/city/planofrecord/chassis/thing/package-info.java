/** A register of things, the smallest service that can be built on the chassis, for the chassis' own tests. */
@NullMarked
package city.planofrecord.chassis.thing;

import org.jspecify.annotations.NullMarked;
