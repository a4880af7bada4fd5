package city.planofrecord.chassis.testing.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;

import city.planofrecord.chassis.testing.Bearer;
import city.planofrecord.chassis.testing.RealServers;

/**
 * Every operation of an OpenAPI document, called by those who may not. What a document does not say needs a role is open
 * to everybody; a service lists those operations, so that one that nobody thought of is noticed.
 */
public final class AccessContract {

    private static final List<String> ROLES =
            List.of("analyst", "director", "clerk", "moderator", "auditor", "operator", "service");

    private final JsonNode document;
    private int calls;

    /** @param document the document that the running service gives, as JSON */
    public AccessContract(String document) {
        try {
            this.document = new ObjectMapper().readTree(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A token that must not open the operation, and what it is answered. */
    private record Attempt(String what, String authorization, int expected) {}

    private List<Operation> operations() {
        return Operation.of(document);
    }

    /** The operations that need no role, as method and path. */
    public Set<String> open() {
        var open = new TreeSet<String>();
        operations().stream()
                .filter(operation -> operation.roles().isEmpty())
                .forEach(operation -> open.add(operation.toString()));
        return open;
    }

    /** How many requests {@link #intrusions} has sent. */
    public int calls() {
        return calls;
    }

    /** Where somebody got in who must not, or was refused otherwise than with 401 or 403. */
    public List<String> intrusions() {
        var found = new ArrayList<String>();
        for (var operation : operations()) {
            if (operation.roles().isEmpty()) {
                continue;
            }
            for (var attempt : attempts(operation)) {
                calls++;
                var status = call(operation, attempt.authorization());
                if (status != attempt.expected()) {
                    found.add(
                            operation + " with " + attempt.what() + ": " + status + ", expected " + attempt.expected());
                }
            }
        }
        return found;
    }

    /** Operations that refuse somebody who has one of the roles that they name. */
    public List<String> lockedOut() {
        var found = new ArrayList<String>();
        for (var operation : operations()) {
            for (var role : operation.roles()) {
                var status =
                        call(operation, bearer(RealServers.current().issuer().token("some " + role, role)));
                if (status == 401 || status == 403) {
                    found.add(operation + " for " + role + ": " + status);
                }
            }
        }
        return found;
    }

    private static List<Attempt> attempts(Operation operation) {
        var issuer = RealServers.current().issuer();
        var right = operation.roles().toArray(String[]::new);
        var good = issuer.token("intruder", right);
        var attempts = new ArrayList<>(List.of(
                new Attempt("no token", Bearer.NONE, 401),
                new Attempt("an expired token", bearer(issuer.expired("intruder", right)), 401),
                new Attempt("a token of another issuer", bearer(issuer.ofAnother("intruder", right)), 401),
                new Attempt("a token for another system", bearer(issuer.forAnother("intruder", right)), 401),
                new Attempt("a token without a signature", bearer(unsigned(good)), 401),
                new Attempt("a token that was changed", bearer(changed(good)), 401),
                new Attempt("what is no token", bearer("x.y.z"), 401),
                new Attempt("a password", "Basic YWRtaW46YWRtaW4=", 401),
                new Attempt("a token without roles", bearer(issuer.token("intruder")), 403)));
        ROLES.stream()
                .filter(role -> !operation.roles().contains(role))
                .forEach(role ->
                        attempts.add(new Attempt("the role " + role, bearer(issuer.token("intruder", role)), 403)));
        return attempts;
    }

    private static String bearer(String token) {
        return "Bearer " + token;
    }

    /** The same claims under {@code alg: none}. */
    private static String unsigned(String token) {
        var header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
        return header + "." + token.split("\\.", -1)[1] + ".";
    }

    /** Other claims under the same signature. */
    private static String changed(String token) {
        var parts = token.split("\\.", -1);
        var claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace("\"intruder\"", "\"director\"");
        return parts[0] + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + "."
                + parts[2];
    }

    private static int call(Operation operation, String authorization) {
        var request = RestAssured.given().header("Authorization", authorization);
        if (!operation.method().equals("GET")) {
            request = request.contentType(operation.consumes()).body("{}".getBytes(StandardCharsets.UTF_8));
        }
        return request.request(operation.method(), operation.anyPath()).statusCode();
    }
}
