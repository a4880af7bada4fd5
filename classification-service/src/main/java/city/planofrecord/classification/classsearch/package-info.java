/** Finding classes on a day: by words, also misspelt ones, and by field, with counts by field. */
@NullMarked
package city.planofrecord.classification.classsearch;

import org.jspecify.annotations.NullMarked;
