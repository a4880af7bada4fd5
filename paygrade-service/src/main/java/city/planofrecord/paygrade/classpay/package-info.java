/** What a class is paid on a day: payroll's question. */
@NullMarked
package city.planofrecord.paygrade.classpay;

import org.jspecify.annotations.NullMarked;
