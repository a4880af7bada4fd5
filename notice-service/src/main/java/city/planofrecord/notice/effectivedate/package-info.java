/** Another effective date for approved items before they take effect. */
@NullMarked
package city.planofrecord.notice.effectivedate;

import org.jspecify.annotations.NullMarked;
