/** What was read with doubt from the document of a draft, carried until each doubt is settled. */
@NullMarked
package city.planofrecord.notice.draftfinding;

import org.jspecify.annotations.NullMarked;
