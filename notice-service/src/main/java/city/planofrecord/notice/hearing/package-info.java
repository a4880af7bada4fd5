/** Another hearing for a posted notice: moved, or held again for what was continued. */
@NullMarked
package city.planofrecord.notice.hearing;

import org.jspecify.annotations.NullMarked;
