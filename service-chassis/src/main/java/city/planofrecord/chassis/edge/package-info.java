/** Where requests come in and connections go out: headers, origins, methods, ports and TLS. */
@NullMarked
package city.planofrecord.chassis.edge;

import org.jspecify.annotations.NullMarked;
