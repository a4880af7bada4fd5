package city.planofrecord.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import city.planofrecord.chassis.testing.ServiceDatabase;

/**
 * How one service is run: a process that serves HTTP on a port of its own.
 *
 * @param environment added to ours; passwords go here, since a command line can be read by others
 */
record Service(String name, int port, List<String> command, Map<String, String> environment) {

    /** Whoever tries the system out may load it; what anybody may write, and how much at once, is limited as for a city. */
    private static final Map<String, String> GENEROUS = Map.of(
            "CITY_LIMITS_ADDRESS_BURST", "100000",
            "CITY_LIMITS_ADDRESS_PER_MINUTE", "6000000",
            "CITY_LIMITS_TOKEN_BURST", "100000",
            "CITY_LIMITS_TOKEN_PER_MINUTE", "6000000",
            "CITY_LIMITS_REQUESTS_PER_ADDRESS", "1000");

    URI url(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /**
     * What the three services of the system have in common.
     *
     * @param javaOptions given to the JVM of each, after our own
     */
    record Surroundings(
            Path home,
            Path java,
            List<String> javaOptions,
            StateFolder state,
            Ports ports,
            Provider provider,
            String zone) {

        List<Service> services(PostgresPart postgres) throws IOException {
            return List.of(
                    quarkus(
                            "classification-service",
                            ports.classification(),
                            384,
                            postgres.database("classification"),
                            Map.of(),
                            Map.of()),
                    quarkus(
                            "paygrade-service",
                            ports.paygrade(),
                            384,
                            postgres.database("paygrade"),
                            Map.of(),
                            Map.of()),
                    quarkus(
                            "notice-service",
                            ports.notice(),
                            384,
                            postgres.database("notice"),
                            Map.of(
                                    "city.classification-service.url",
                                    "http://127.0.0.1:" + ports.classification(),
                                    // Some browsers keep no Secure cookie without TLS, not even on the loopback
                                    // address.
                                    "city.desk.secure-cookies",
                                    "false"),
                            noticeSecrets()));
        }

        private Map<String, String> noticeSecrets() throws IOException {
            var secrets = new TreeMap<>(provider.forTheClient());
            secrets.put("PERSONAL_DATA_KEY", state.personalDataKey());
            return secrets;
        }

        private Service quarkus(
                String name,
                int port,
                int heapMiB,
                ServiceDatabase database,
                Map<String, String> more,
                Map<String, String> secrets)
                throws IOException {
            var settings = new TreeMap<>(more);
            settings.put("quarkus.http.host", "127.0.0.1");
            settings.put("quarkus.http.port", String.valueOf(port));
            settings.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
            settings.put("quarkus.datasource.username", database.appUser());
            settings.put("quarkus.flyway.username", database.ownerUser());
            settings.put("kafka.bootstrap.servers", "127.0.0.1:" + ports.kafka());
            settings.put("city.access.local-system", "true");
            settings.put("city.zone", zone);
            settings.put("city.clock.file", state.clock().toString());

            var jar = home.resolve(name).resolve("target/quarkus-app/quarkus-run.jar");
            var command = new ArrayList<>(List.of(
                    java.toString(),
                    "-Xmx" + heapMiB + "m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-Xshare:auto",
                    "-XX:+AutoCreateSharedArchive",
                    "-XX:SharedArchiveFile=" + state.sharedArchive(name, jar),
                    "-Xlog:disable"));
            command.addAll(javaOptions);
            settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
            command.add("-jar");
            command.add(jar.toString());
            var environment = new TreeMap<>(provider.forAll());
            environment.putAll(secrets);
            environment.put("QUARKUS_DATASOURCE_PASSWORD", database.appPassword());
            environment.put("QUARKUS_FLYWAY_PASSWORD", database.ownerPassword());
            environment.put("AUDIT_KEY", state.auditKey());
            environment.putAll(GENEROUS);
            return new Service(name, port, command, environment);
        }
    }
}
