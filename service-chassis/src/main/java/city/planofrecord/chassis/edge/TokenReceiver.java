package city.planofrecord.chassis.edge;

import java.net.URI;

/** Another service that this one sends its token to; a bean for each. */
public interface TokenReceiver {

    /** Where it is. */
    URI address();

    /** The setting that says so. */
    String setting();
}
