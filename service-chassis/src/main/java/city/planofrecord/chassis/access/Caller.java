package city.planofrecord.chassis.access;

import java.util.Arrays;

import jakarta.inject.Singleton;

import io.quarkus.security.identity.SecurityIdentity;

/** Who sent the request that is being answered. */
@Singleton
public class Caller {

    private static final String NOBODY = "anonymous";

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Whether the caller has one of the roles; nobody has any without a token. */
    public boolean isAny(String... roles) {
        return Arrays.stream(roles).anyMatch(identity::hasRole);
    }

    /** Whether there is a good token. */
    public boolean isKnown() {
        return !identity.isAnonymous();
    }

    /** Whom the issuer names in the token; {@code anonymous} without one. */
    public String subject() {
        return identity.isAnonymous() ? NOBODY : identity.getPrincipal().getName();
    }
}
