/** Holds what a service answers and tells against the contracts that are kept in the documentation. */
@NullMarked
package city.planofrecord.chassis.testing.contract;

import org.jspecify.annotations.NullMarked;
