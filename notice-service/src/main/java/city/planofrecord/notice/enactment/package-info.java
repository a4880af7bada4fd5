/** What the Council did with approved items: one ordinance over many notices. */
@NullMarked
package city.planofrecord.notice.enactment;

import org.jspecify.annotations.NullMarked;
