package city.planofrecord.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a city's administrator does at Keycloak, by its admin API. */
final class KeycloakAdmin {

    static final String NAME = "administrator";

    private static final JsonMapper MAPPER = new JsonMapper();

    private final HttpClient http;
    private final URI address;
    private final String password;

    KeycloakAdmin(HttpClient http, URI address, String password) {
        this.http = http;
        this.address = address;
        this.password = password;
    }

    /** Somebody new, with a password made at random. */
    KeycloakUser create(String realm, String name, String... roles) {
        var user = new KeycloakUser(name, UUID.randomUUID().toString());
        send(
                "POST",
                realm + "/users",
                Map.of(
                        "username",
                        name,
                        "firstName",
                        "Some",
                        "lastName",
                        "Body",
                        "email",
                        UUID.randomUUID() + "@city.example",
                        "enabled",
                        true,
                        "credentials",
                        List.of(Map.of("type", "password", "value", user.password(), "temporary", false))));
        var id = get(realm + "/users?exact=true&" + CodeFlow.form(Map.of("username", name)))
                .path(0)
                .path("id")
                .asText();
        for (var role : roles) {
            send("POST", realm + "/users/" + id + "/role-mappings/realm", List.of(get(realm + "/roles/" + role)));
        }
        return user;
    }

    /** A public client that must show PKCE, sends the browser back to the address, and is given the roles of its users. */
    void createClient(String realm, String name, String redirect, Map<String, String> attributes, boolean forUs) {
        var all = new TreeMap<>(attributes);
        all.put("pkce.code.challenge.method", "S256");
        var audience = Map.of(
                "name", "audience planofrecord",
                "protocol", "openid-connect",
                "protocolMapper", "oidc-audience-mapper",
                "config", Map.of("included.custom.audience", "planofrecord", "access.token.claim", "true"));
        send(
                "POST",
                realm + "/clients",
                Map.of(
                        "clientId",
                        name,
                        "protocol",
                        "openid-connect",
                        "publicClient",
                        true,
                        "redirectUris",
                        List.of(redirect),
                        "attributes",
                        all,
                        "protocolMappers",
                        forUs ? List.of(audience) : List.of()));
    }

    void createRealm(String name, String... roles) {
        send(
                "POST",
                "",
                Map.of(
                        "realm",
                        name,
                        "enabled",
                        true,
                        "roles",
                        Map.of(
                                "realm",
                                List.of(roles).stream()
                                        .map(role -> Map.of("name", role))
                                        .toList())));
    }

    String secretOf(String realm, String client) {
        return get(realm + "/clients/" + id(realm, client) + "/client-secret")
                .path("value")
                .asText();
    }

    /** Has the client's addresses, which the realm's file names on the ports of the design, on those of the system at hand. */
    void move(String realm, String client, Map<Integer, Integer> ports) {
        var path = realm + "/clients/" + id(realm, client);
        var moved = get(path).toString();
        for (var port : ports.entrySet()) {
            moved = moved.replace("http://127.0.0.1:" + port.getKey(), "http://127.0.0.1:" + port.getValue());
        }
        send("PUT", path, CodeFlow.json(moved));
    }

    void enable(String realm, String client, boolean enabled) {
        var path = realm + "/clients/" + id(realm, client);
        send("PUT", path, ((ObjectNode) get(path)).put("enabled", enabled));
    }

    /** Puts a new key before those that tokens were signed with so far, which are kept. */
    void addSigningKey(String realm, int priority) {
        send(
                "POST",
                realm + "/components",
                Map.of(
                        "name",
                        "a key of priority " + priority,
                        "providerId",
                        "rsa-generated",
                        "providerType",
                        "org.keycloak.keys.KeyProvider",
                        "parentId",
                        get(realm).path("id").asText(),
                        "config",
                        Map.of(
                                "priority", List.of(String.valueOf(priority)),
                                "enabled", List.of("true"),
                                "active", List.of("true"),
                                "algorithm", List.of("RS256"),
                                "keySize", List.of("2048"))));
    }

    /** Takes those signing keys away whose priority is below; tokens that they signed are good no more. */
    void removeSigningKeys(String realm, int below) {
        for (var key : get(realm + "/components?type=org.keycloak.keys.KeyProvider")) {
            var priority = key.path("config").path("priority").path(0).asInt();
            if (key.path("providerId").asText().equals("rsa-generated") && priority < below) {
                ((ObjectNode) key.path("config")).putArray("enabled").add("false");
                send("PUT", realm + "/components/" + key.path("id").asText(), key);
            }
        }
    }

    private String id(String realm, String client) {
        return get(realm + "/clients?clientId=" + client).path(0).path("id").asText();
    }

    private JsonNode get(String path) {
        return CodeFlow.json(answer(request(path).GET()));
    }

    private void send(String method, String path, Object body) {
        try {
            var content = HttpRequest.BodyPublishers.ofString(MAPPER.writeValueAsString(body));
            answer(request(path).header("Content-Type", "application/json").method(method, content));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        var slash = path.isEmpty() ? "" : "/";
        return HttpRequest.newBuilder(URI.create(address + "/admin/realms" + slash + path))
                .header("Authorization", "Bearer " + token());
    }

    private String token() {
        var form = Map.of("grant_type", "password", "client_id", "admin-cli", "username", NAME, "password", password);
        var request = HttpRequest.newBuilder(URI.create(address + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(CodeFlow.form(form)));
        return CodeFlow.json(answer(request)).path("access_token").asText();
    }

    private String answer(HttpRequest.Builder builder) {
        var request = builder.timeout(Duration.ofSeconds(30)).build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException("Keycloak answered " + answer.statusCode() + " to " + request.method()
                        + " " + request.uri() + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
