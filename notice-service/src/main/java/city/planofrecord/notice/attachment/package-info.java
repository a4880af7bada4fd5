/** Specifications that are attached to a draft, added, replaced and taken out one by one. */
@NullMarked
package city.planofrecord.notice.attachment;

import org.jspecify.annotations.NullMarked;
