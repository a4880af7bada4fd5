/** Checks what the services show of their audit trail, by what can be known without trusting them. */
@NullMarked
package city.planofrecord.local.audit;

import org.jspecify.annotations.NullMarked;
