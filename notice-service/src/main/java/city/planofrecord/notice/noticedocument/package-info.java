/** The grammar of the classification notice as it was printed in 2011: lines of text in, a draft and what is doubtful about it out. */
@NullMarked
package city.planofrecord.notice.noticedocument;

import org.jspecify.annotations.NullMarked;
