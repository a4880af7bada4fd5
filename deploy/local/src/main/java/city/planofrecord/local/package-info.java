/** The whole system on one machine: PostgreSQL, Kafka, a token issuer and the three services, started and stopped together. */
@NullMarked
package city.planofrecord.local;

import org.jspecify.annotations.NullMarked;
