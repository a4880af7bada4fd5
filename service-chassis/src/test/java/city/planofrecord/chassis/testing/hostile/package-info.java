/** What is sent by somebody who wishes the system ill: requests and documents, each made the same way every time, and what a good answer to them is. */
@NullMarked
package city.planofrecord.chassis.testing.hostile;

import org.jspecify.annotations.NullMarked;
