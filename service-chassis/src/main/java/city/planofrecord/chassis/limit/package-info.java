/** What one caller may ask for, so that others are answered: how often, how much at once, and how slowly. */
@NullMarked
package city.planofrecord.chassis.limit;

import org.jspecify.annotations.NullMarked;
