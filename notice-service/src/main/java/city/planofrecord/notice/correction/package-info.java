/** Corrections that the registers record by authority of notices. */
@NullMarked
package city.planofrecord.notice.correction;

import org.jspecify.annotations.NullMarked;
