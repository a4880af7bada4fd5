/** What this service has heard of job classes. */
@NullMarked
package city.planofrecord.notice.jobclass;

import org.jspecify.annotations.NullMarked;
