/** The sheet of a notice, as it hangs on the bulletin board: the same content as plain text and as PDF. */
@NullMarked
package city.planofrecord.notice.sheet;

import org.jspecify.annotations.NullMarked;
