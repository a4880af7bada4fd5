/** What several integration tests say to the class register. */
@NullMarked
package city.planofrecord.classification.testing;

import org.jspecify.annotations.NullMarked;
