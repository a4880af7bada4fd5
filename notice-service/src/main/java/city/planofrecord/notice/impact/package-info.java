/** What a notice touches beside what it names, worked out and not recorded. */
@NullMarked
package city.planofrecord.notice.impact;

import org.jspecify.annotations.NullMarked;
