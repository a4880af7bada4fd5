/** What the public writes to the city about a notice: text, who wrote it, and the receipt by which they see what became of it. */
@NullMarked
package city.planofrecord.notice.correspondence;

import org.jspecify.annotations.NullMarked;
