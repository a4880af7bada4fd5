/** What the tests of this service share: the events of others, and the plan as it stood before a notice. */
@NullMarked
package city.planofrecord.paygrade.testing;

import org.jspecify.annotations.NullMarked;
