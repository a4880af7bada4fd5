/** Tests of the local system, with a stand-in where a service would run. */
@NullMarked
package city.planofrecord.local;

import org.jspecify.annotations.NullMarked;
