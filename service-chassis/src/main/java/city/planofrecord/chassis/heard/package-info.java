/** Copies of what other services have told, by when it was heard. */
@NullMarked
package city.planofrecord.chassis.heard;

import org.jspecify.annotations.NullMarked;
