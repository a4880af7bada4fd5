/** Notice documents handed in, read and kept as drafts. */
@NullMarked
package city.planofrecord.notice.noticeimport;

import org.jspecify.annotations.NullMarked;
