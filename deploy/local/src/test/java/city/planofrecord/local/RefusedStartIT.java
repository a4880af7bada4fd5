package city.planofrecord.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What keeps a service, as it is delivered, from starting in production, and what it says then. */
class RefusedStartIT {

    static final List<String> SERVICES = LoneServices.NAMES;

    private static final String NOTICES = "notice-service";
    private static final String LOCAL_SYSTEM = "-Dcity.access.local-system=true";
    private static final Duration SOON = Duration.ofSeconds(60);

    private static LoneServices services;

    @TempDir
    static Path folder;

    @BeforeAll
    static void start() throws IOException {
        services = new LoneServices("refused-start");
    }

    @AfterEach
    void stopServices() {
        services.stopServices();
    }

    @AfterAll
    static void stop() throws IOException {
        if (services != null) {
            services.close();
        }
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void inProductionNotWithTheIssuerOfTheLocalSystem(String service) throws IOException {
        assertThat(refusal(service, IssuerPart.address(services.issuerPort()), without(LOCAL_SYSTEM)))
                .contains("on this machine. Set OIDC_ISSUER to the address of the city's OpenID provider.");
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void inProductionNotWhereNobodyHasSaidWhoseTokensAreGood(String service) throws IOException {
        assertThat(refusal(
                        service,
                        IssuerPart.address(services.issuerPort()),
                        without(LOCAL_SYSTEM).andThen(unset("OIDC_ISSUER"))::apply))
                .contains("Set OIDC_ISSUER to the address of the city's OpenID provider.");
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void inProductionNotWithAnIssuerWhoseKeysComeUnprotected(String service) throws IOException {
        var names = Files.writeString(folder.resolve("hosts"), "127.0.0.1 login.city.example\n");
        var issuer = URI.create("http://login.city.example:" + services.issuerPort() + "/realms/hr");

        assertThat(refusal(
                        service, issuer, without(LOCAL_SYSTEM).andThen(with("-Djdk.net.hosts.file=" + names))::apply))
                .contains("Set OIDC_ISSUER to an address that begins with https.");
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void theLocalSystemIsNotServedToOthers(String service) throws IOException {
        assertThat(refusal(
                        service,
                        IssuerPart.address(services.issuerPort()),
                        without("-Dquarkus.http.host=127.0.0.1").andThen(with("-Dquarkus.http.host=0.0.0.0"))::apply))
                .contains("Set quarkus.http.host to 127.0.0.1, or set city.access.local-system to false.");
    }

    @Test
    void whoWroteIsNotKeptWithoutAKeyOfTheCitysOwn() throws IOException {
        var issuer = IssuerPart.address(services.issuerPort());
        var development = "only-local:bmV2ZXIgdXNlIHRoaXMga2V5IGluIHByb2R1Y3Rpb24=";

        assertThat(refusal(NOTICES, issuer, unset("PERSONAL_DATA_KEY"))).contains("PERSONAL_DATA_KEY is not set");
        assertThat(refusal(NOTICES, issuer, set("PERSONAL_DATA_KEY", development)))
                .contains("a key for development");
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void aKeyOfTheAuditTrailThatCouldBeGuessedIsRefused(String service) throws IOException {
        assertThat(refusal(service, IssuerPart.address(services.issuerPort()), set("AUDIT_KEY", "secret")))
                .contains("The key of the audit trail must have 32 characters or more");
    }

    @Test
    void withoutAKeyOfTheAuditTrailItStartsAndSaysWhatIsMissing() throws Exception {
        services.start("classification-service", IssuerPart.address(services.issuerPort()), unset("AUDIT_KEY"));

        assertThat(services.log("classification-service")).content().contains("AUDIT_KEY");
    }

    /** What the service has logged when it has ended by itself, soon. */
    private static String refusal(String service, URI issuer, UnaryOperator<Service> changed) throws IOException {
        var since = System.nanoTime();

        var failure = catchThrowableOfType(StartFailure.class, () -> services.start(service, issuer, changed));

        assertThat(failure).as(service + " has started").isNotNull();
        assertThat(failure)
                .hasMessageContaining(service + " ended with exit code ")
                .hasMessageNotContaining("code 0");
        assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(SOON);
        return Files.readString(services.log(service));
    }

    private static UnaryOperator<Service> without(String option) {
        return service -> {
            assertThat(service.command()).contains(option);
            return commanded(
                    service,
                    service.command().stream()
                            .filter(one -> !one.equals(option))
                            .toList());
        };
    }

    private static UnaryOperator<Service> with(String option) {
        return service -> {
            var command = new ArrayList<>(service.command());
            command.add(1, option);
            return commanded(service, command);
        };
    }

    private static UnaryOperator<Service> unset(String variable) {
        return service -> {
            var environment = new TreeMap<>(service.environment());
            environment.remove(variable);
            return surrounded(service, environment);
        };
    }

    private static UnaryOperator<Service> set(String variable, String value) {
        return service -> {
            var environment = new TreeMap<>(service.environment());
            environment.put(variable, value);
            return surrounded(service, environment);
        };
    }

    private static Service commanded(Service service, List<String> command) {
        return new Service(service.name(), service.port(), command, service.environment());
    }

    private static Service surrounded(Service service, Map<String, String> environment) {
        return new Service(service.name(), service.port(), service.command(), environment);
    }
}
