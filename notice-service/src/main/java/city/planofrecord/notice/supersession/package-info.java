/** Updated postings under the same number, and the editions of a notice. */
@NullMarked
package city.planofrecord.notice.supersession;

import org.jspecify.annotations.NullMarked;
