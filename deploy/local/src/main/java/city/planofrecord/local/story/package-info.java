/** Plays a notice on the running system, from its document to payroll, through the public interfaces alone. */
@NullMarked
package city.planofrecord.local.story;

import org.jspecify.annotations.NullMarked;
