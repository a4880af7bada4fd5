/** The clerk's weeks: hearings, deadlines and decisions due over all notices, and what of them collides. */
@NullMarked
package city.planofrecord.notice.agenda;

import org.jspecify.annotations.NullMarked;
