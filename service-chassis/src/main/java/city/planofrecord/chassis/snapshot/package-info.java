/** A whole register in one download that can be checked, and the load that takes it. */
@NullMarked
package city.planofrecord.chassis.snapshot;

import org.jspecify.annotations.NullMarked;
