/** Dates of a notice worked out without recording anything. */
@NullMarked
package city.planofrecord.notice.datecalculation;

import org.jspecify.annotations.NullMarked;
