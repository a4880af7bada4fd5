package city.planofrecord.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A real PostgreSQL, and services as they are delivered, each started as a test wants it: as a process, with no Kafka. */
final class LoneServices implements AutoCloseable {

    static final List<String> NAMES = List.of("classification-service", "paygrade-service", "notice-service");

    private final Path home;
    private final StateFolder state;
    private final Ports ports = StandInSystem.freePorts();
    private final Children children;
    private final PostgresPart postgres;
    private final List<ServicePart> started = new ArrayList<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(30))
            .build();

    /** @param name of the folder below {@code target} that they have their data and logs in */
    LoneServices(String name) throws IOException {
        var basedir = Path.of(System.getProperty("basedir", ".")).toRealPath();
        home = basedir.resolve("../..").toRealPath();
        state = new StateFolder(basedir.resolve("target").resolve(name));
        state.createFolders();
        state.removeData();
        children = Children.guardedBy(home.resolve("deploy/.stop-children"), state);
        postgres =
                new PostgresPart(state, ports.postgresql(), List.of("classification", "paygrade", "notice"), children);
        try {
            postgres.start(failure -> {});
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    Path log(String service) {
        return state.log(service);
    }

    int issuerPort() {
        return ports.issuer();
    }

    /** Where the service serves once it has started. */
    URI address(String service) {
        return ports.services().get(service);
    }

    HttpClient http() {
        return http;
    }

    /**
     * Starts the service as the local system does, but for what is changed, and returns when it is ready.
     *
     * @throws StartFailure where it ends in place of that
     */
    void start(String name, URI issuer, UnaryOperator<Service> changed) throws Exception {
        var part = new ServicePart(changed.apply(service(name, issuer)), state, children, http);
        started.add(part);
        part.start(failure -> {});
    }

    private Service service(String name, URI issuer) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var provider = new Provider(issuer, "roles", IssuerPart.SERVICE, "local");
        var zone = WholeSystem.ZONE.getId();
        return new Service.Surroundings(home, java, List.of(), state, ports, provider, zone)
                .services(postgres).stream()
                        .filter(service -> service.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    void stopServices() {
        started.forEach(ServicePart::stop);
        started.clear();
    }

    @Override
    public void close() throws IOException {
        stopServices();
        postgres.stop();
        children.close();
    }
}
