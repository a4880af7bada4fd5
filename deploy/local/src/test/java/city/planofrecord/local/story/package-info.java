/** Tests of what the story compares and tells; playing it is tested on the whole system. */
@NullMarked
package city.planofrecord.local.story;

import org.jspecify.annotations.NullMarked;
