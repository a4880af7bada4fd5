/** The id of a request: taken over or made, and told in the answer, in every line of the log, and in the audit trail. */
@NullMarked
package city.planofrecord.chassis.request;

import org.jspecify.annotations.NullMarked;
