/** What differs between a class on one day and on another, or between a class and what a posted notice proposes for it. */
@NullMarked
package city.planofrecord.classification.classdiff;

import org.jspecify.annotations.NullMarked;
