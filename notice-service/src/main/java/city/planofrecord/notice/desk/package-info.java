/** What those who work on notices see in a browser: the page of the desk, and who is logged in to it. */
@NullMarked
package city.planofrecord.notice.desk;

import org.jspecify.annotations.NullMarked;
