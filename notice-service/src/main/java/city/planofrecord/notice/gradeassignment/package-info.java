/** What this service has heard of the grades that classes carry. */
@NullMarked
package city.planofrecord.notice.gradeassignment;

import org.jspecify.annotations.NullMarked;
