/** Job classes: their codes, titles and specifications of every day. */
@NullMarked
package city.planofrecord.classification.jobclass;

import org.jspecify.annotations.NullMarked;
