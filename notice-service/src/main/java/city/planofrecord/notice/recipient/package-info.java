/** Whom to tell when something about a notice changes: who asked to speak, and who left an address or a telephone number. */
@NullMarked
package city.planofrecord.notice.recipient;

import org.jspecify.annotations.NullMarked;
