/** Decided notices, as far as they change the pay plan. */
@NullMarked
package city.planofrecord.paygrade.noticebatch;

import org.jspecify.annotations.NullMarked;
