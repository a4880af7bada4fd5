/** The pay plan of a day as a structure: how wide its ranges are, how they grow, what stands out and what is missing. */
@NullMarked
package city.planofrecord.paygrade.paystructure;

import org.jspecify.annotations.NullMarked;
