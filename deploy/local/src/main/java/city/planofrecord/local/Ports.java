package city.planofrecord.local;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import city.planofrecord.local.client.ServiceClient;
import city.planofrecord.local.story.City;

/** The ports of the loopback address that the local system listens on: a block of seven that follows {@code base}. */
record Ports(int base) {

    static final int DEFAULT_BASE = 8080;

    Ports {
        if (base < 1023 || base > 65_000) {
            throw new UsageException("PLANOFRECORD_PORT_BASE must lie between 1023 and 65000, and is " + base);
        }
    }

    /** From the text of {@code PLANOFRECORD_PORT_BASE}; blank means the default. */
    static Ports parse(String base) {
        try {
            return new Ports(base.isBlank() ? DEFAULT_BASE : Integer.parseInt(base.strip()));
        } catch (NumberFormatException e) {
            throw new UsageException("PLANOFRECORD_PORT_BASE is no number: " + base);
        }
    }

    int classification() {
        return base + 1;
    }

    int paygrade() {
        return base + 2;
    }

    int notice() {
        return base + 3;
    }

    int issuer() {
        return base + 4;
    }

    int postgresql() {
        return base + 5;
    }

    int kafka() {
        return base + 6;
    }

    int kafkaController() {
        return base + 7;
    }

    /**
     * The system on these ports, for its users.
     *
     * @param tokens a bearer token for each role, empty where it goes without
     */
    City city(HttpClient http, Function<Role, String> tokens, ZoneId zone) {
        var notices = service("notice-service", notice(), http);
        return new City(
                service("classification-service", classification(), http).bearing(tokens.apply(Role.ANALYST)),
                service("paygrade-service", paygrade(), http).bearing(tokens.apply(Role.ANALYST)),
                new City.Desks(
                        notices.bearing(tokens.apply(Role.ANALYST)),
                        notices.bearing(tokens.apply(Role.DIRECTOR)),
                        notices.bearing(tokens.apply(Role.CLERK))),
                "127.0.0.1:" + kafka(),
                zone);
    }

    private static ServiceClient service(String name, int port, HttpClient http) {
        return ServiceClient.of(name, URI.create("http://127.0.0.1:" + port), http);
    }

    /** The three services by their names. */
    Map<String, URI> services() {
        var services = new LinkedHashMap<String, URI>();
        services.put("classification-service", URI.create("http://127.0.0.1:" + classification()));
        services.put("paygrade-service", URI.create("http://127.0.0.1:" + paygrade()));
        services.put("notice-service", URI.create("http://127.0.0.1:" + notice()));
        return services;
    }

    /** Every port with the name of what listens on it. */
    Map<Integer, String> named() {
        var named = new LinkedHashMap<Integer, String>();
        named.put(classification(), "classification-service");
        named.put(paygrade(), "paygrade-service");
        named.put(notice(), "notice-service");
        named.put(issuer(), "the token issuer");
        named.put(postgresql(), "PostgreSQL");
        named.put(kafka(), "Kafka");
        named.put(kafkaController(), "Kafka's controller");
        return named;
    }
}
