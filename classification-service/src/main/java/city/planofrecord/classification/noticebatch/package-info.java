/** The part of a decided notice that the class register records. */
@NullMarked
package city.planofrecord.classification.noticebatch;

import org.jspecify.annotations.NullMarked;
