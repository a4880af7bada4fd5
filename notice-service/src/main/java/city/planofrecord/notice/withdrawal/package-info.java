/** The withdrawal of a posted notice before it is decided. */
@NullMarked
package city.planofrecord.notice.withdrawal;

import org.jspecify.annotations.NullMarked;
