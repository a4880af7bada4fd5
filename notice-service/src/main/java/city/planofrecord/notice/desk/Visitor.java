package city.planofrecord.notice.desk;

import java.util.List;

import jakarta.enterprise.context.RequestScoped;

import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.jwt.JsonWebToken;

import city.planofrecord.chassis.access.Roles;

/** Who has logged in to the desk. */
@RequestScoped
class Visitor {

    private static final List<String> OF_THE_DESK = List.of(Roles.ANALYST, Roles.DIRECTOR, Roles.CLERK);

    private final SecurityIdentity identity;
    private final JsonWebToken accessToken;
    private final DeskConfig config;

    Visitor(SecurityIdentity identity, JsonWebToken accessToken, DeskConfig config) {
        this.identity = identity;
        this.accessToken = accessToken;
        this.config = config;
    }

    String name() {
        return identity.getPrincipal().getName();
    }

    /** The roles that the access token gives; none where it is not for this system. */
    List<String> roles() {
        var audience = accessToken.getAudience();
        if (audience == null || !audience.contains(config.audience())) {
            return List.of();
        }
        return identity.getRoles().stream().sorted().toList();
    }

    boolean belongsToTheDesk() {
        return roles().stream().anyMatch(OF_THE_DESK::contains);
    }
}
