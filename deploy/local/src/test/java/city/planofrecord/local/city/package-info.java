/** Tests of the made-up plan of a city's size. */
@NullMarked
package city.planofrecord.local.city;

import org.jspecify.annotations.NullMarked;
