/** How names, telephone numbers and addresses are kept: the keys that seal them, and the door before them. */
@NullMarked
package city.planofrecord.notice.personaldata;

import org.jspecify.annotations.NullMarked;
