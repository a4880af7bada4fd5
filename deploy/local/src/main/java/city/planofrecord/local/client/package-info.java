/** How the commands of this module talk to the services: over HTTP, as any other client does. */
@NullMarked
package city.planofrecord.local.client;

import org.jspecify.annotations.NullMarked;
