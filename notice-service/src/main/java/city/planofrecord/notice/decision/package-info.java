/** The decision on a notice, for the whole or by item. */
@NullMarked
package city.planofrecord.notice.decision;

import org.jspecify.annotations.NullMarked;
