/** The documents that drafts are read from, as they were handed in. */
@NullMarked
package city.planofrecord.notice.draftdocument;

import org.jspecify.annotations.NullMarked;
