/** Pay schedules: the tables of the plan, named by a letter. */
@NullMarked
package city.planofrecord.paygrade.payschedule;

import org.jspecify.annotations.NullMarked;
