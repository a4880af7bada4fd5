/** What this service has heard of pay grades. */
@NullMarked
package city.planofrecord.notice.paygrade;

import org.jspecify.annotations.NullMarked;
