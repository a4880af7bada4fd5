/** The plan as notices would leave it, worked out and not recorded. */
@NullMarked
package city.planofrecord.notice.preview;

import org.jspecify.annotations.NullMarked;
