/** A draft beside the document that it was read from, line by line. */
@NullMarked
package city.planofrecord.notice.draftcomparison;

import org.jspecify.annotations.NullMarked;
