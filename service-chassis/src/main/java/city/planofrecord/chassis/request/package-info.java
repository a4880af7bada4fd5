/** What every request is known by: its id, told in its answer, in the log and in the audit trail, and from where it comes. */
@NullMarked
package city.planofrecord.chassis.request;

import org.jspecify.annotations.NullMarked;
