/** Tests of how the services are talked to. */
@NullMarked
package city.planofrecord.local.client;

import org.jspecify.annotations.NullMarked;
