/** Written comments of the public on notices: sent with a receipt, moderated, answered and published. */
@NullMarked
package city.planofrecord.notice.comment;

import org.jspecify.annotations.NullMarked;
