/** The pay plan's periods as they are stored, judged as a whole by one write at a time. */
@NullMarked
package city.planofrecord.paygrade.plan;

import org.jspecify.annotations.NullMarked;
