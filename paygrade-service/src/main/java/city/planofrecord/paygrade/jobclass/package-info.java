/** Job classes as classification-service tells them. */
@NullMarked
package city.planofrecord.paygrade.jobclass;

import org.jspecify.annotations.NullMarked;
