/** Class specifications: their shape, the grammar that reads them from documents, and the printer that writes them. */
@NullMarked
package city.planofrecord.classification.specification;

import org.jspecify.annotations.NullMarked;
