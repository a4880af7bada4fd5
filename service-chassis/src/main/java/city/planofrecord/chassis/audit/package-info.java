/** The audit trail: for each thing a chain of entries, who changed what and when, that cannot be altered unseen. */
@NullMarked
package city.planofrecord.chassis.audit;

import org.jspecify.annotations.NullMarked;
