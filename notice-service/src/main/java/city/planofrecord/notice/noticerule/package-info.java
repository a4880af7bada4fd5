/** The rules of a notice's dates as data with their citations, and what follows from them, always with the reason. */
@NullMarked
package city.planofrecord.notice.noticerule;

import org.jspecify.annotations.NullMarked;
