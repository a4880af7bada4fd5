/** The posting of a notice: what it needs, and the ids that it fixes. */
@NullMarked
package city.planofrecord.notice.posting;

import org.jspecify.annotations.NullMarked;
