package city.planofrecord.chassis.audit;

import org.jspecify.annotations.Nullable;

/**
 * What a change was made on.
 *
 * @param actor the role or the service
 * @param subject who it was, as the issuer of logins knows them; null where it was the public, or no request
 * @param address from where the request came; null where it was the public's or none
 * @param operation the request's method and path, or the type of the event
 * @param request the id of the request; null where it was none
 */
record Occasion(
        String actor,
        @Nullable String subject,
        @Nullable String address,
        @Nullable String operation,
        @Nullable String request) {

    /** What no request and no event has asked for. */
    static final Occasion OF_ITSELF = new Occasion("system", null, null, null, null);
}
