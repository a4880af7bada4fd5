/** Pages for browsers: what a page may load, and the page on which an integrator tries out the operations. */
@NullMarked
package city.planofrecord.chassis.page;

import org.jspecify.annotations.NullMarked;
