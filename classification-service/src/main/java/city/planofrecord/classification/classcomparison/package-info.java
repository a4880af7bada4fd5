/** What differs between two images of a class: terms, sections, items of lists, words of texts. */
@NullMarked
package city.planofrecord.classification.classcomparison;

import org.jspecify.annotations.NullMarked;
