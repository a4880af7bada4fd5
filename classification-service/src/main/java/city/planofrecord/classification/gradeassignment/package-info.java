/** The grade that each class carries, as paygrade-service has told it; to show, never to decide by. */
@NullMarked
package city.planofrecord.classification.gradeassignment;

import org.jspecify.annotations.NullMarked;
