/** Acts and the rows they make, kept in PostgreSQL on two axes of time. */
@NullMarked
package city.planofrecord.chassis.ledger;

import org.jspecify.annotations.NullMarked;
