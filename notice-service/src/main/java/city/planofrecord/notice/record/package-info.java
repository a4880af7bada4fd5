/** The record of one notice: all that was recorded about it, complete and in order. */
@NullMarked
package city.planofrecord.notice.record;

import org.jspecify.annotations.NullMarked;
