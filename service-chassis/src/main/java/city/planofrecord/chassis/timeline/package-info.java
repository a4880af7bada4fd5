/** The fold of dated acts into the periods of one thing: pure, and the only place that decides which act speaks for a day. */
@NullMarked
package city.planofrecord.chassis.timeline;

import org.jspecify.annotations.NullMarked;
