/** Requests of the public to speak at a hearing. */
@NullMarked
package city.planofrecord.notice.speaker;

import org.jspecify.annotations.NullMarked;
