/** Approved items rescinded before they take effect. */
@NullMarked
package city.planofrecord.notice.rescission;

import org.jspecify.annotations.NullMarked;
