/** A pay plan of a city's size, made up from a seed: always the same from the same seed and day. */
@NullMarked
package city.planofrecord.local.city;

import org.jspecify.annotations.NullMarked;
