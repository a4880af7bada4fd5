/** Those who would keep the system from serving others, and the others. */
@NullMarked
package city.planofrecord.local.attack;

import org.jspecify.annotations.NullMarked;
