/** The way of decided items into both registers: offered, confirmed or released. */
@NullMarked
package city.planofrecord.notice.registration;

import org.jspecify.annotations.NullMarked;
