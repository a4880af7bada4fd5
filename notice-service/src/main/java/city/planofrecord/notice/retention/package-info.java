/** For how long it is kept who wrote about a notice: erases it when that is over, and keeps a list that a restore replays. */
@NullMarked
package city.planofrecord.notice.retention;

import org.jspecify.annotations.NullMarked;
