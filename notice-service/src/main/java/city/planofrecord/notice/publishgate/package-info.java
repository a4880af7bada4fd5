/** What keeps a notice from being posted and decided. */
@NullMarked
package city.planofrecord.notice.publishgate;

import org.jspecify.annotations.NullMarked;
