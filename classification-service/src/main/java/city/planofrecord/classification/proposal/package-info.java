/** What posted notices propose for classes, as notice-service has told it; to show, never to decide by. */
@NullMarked
package city.planofrecord.classification.proposal;

import org.jspecify.annotations.NullMarked;
