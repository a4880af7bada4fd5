/** Turns the body of a request, whatever kind of document it is, into numbered lines of text, within bounds. */
@NullMarked
package city.planofrecord.chassis.document;

import org.jspecify.annotations.NullMarked;
