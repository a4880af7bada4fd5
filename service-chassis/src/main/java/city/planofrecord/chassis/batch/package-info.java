/** Changes that two services record both or not at all: an offer, a hold, a confirmation. */
@NullMarked
package city.planofrecord.chassis.batch;

import org.jspecify.annotations.NullMarked;
