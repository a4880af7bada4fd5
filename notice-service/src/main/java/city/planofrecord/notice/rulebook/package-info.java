/** The rules by which notices are judged, for everybody to read. */
@NullMarked
package city.planofrecord.notice.rulebook;

import org.jspecify.annotations.NullMarked;
