/** Pay ranges in money. */
@NullMarked
package city.planofrecord.paygrade.payrange;

import org.jspecify.annotations.NullMarked;
