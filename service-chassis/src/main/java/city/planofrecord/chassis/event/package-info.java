/** Events that commit with the change they tell of, and the consuming of others' events once. */
@NullMarked
package city.planofrecord.chassis.event;

import org.jspecify.annotations.NullMarked;
