/** Real servers for tests and for the local system: PostgreSQL and Kafka, on the loopback address, without Docker. */
@NullMarked
package city.planofrecord.chassis.testing;

import org.jspecify.annotations.NullMarked;
