/** Classification notices: what they propose, their life, and what became of each item. */
@NullMarked
package city.planofrecord.notice.notice;

import org.jspecify.annotations.NullMarked;
