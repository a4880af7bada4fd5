package city.planofrecord.paygrade.classpay;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.io.InputStream;
import java.time.Duration;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.paygrade.testing.CityPlan;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "paygrade"))
class CityPlanIT {

    private static final Logger LOG = Logger.getLogger(CityPlanIT.class);
    private static final String NDJSON = "application/x-ndjson";

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void load() {
        CityPlan.load(jdbi);
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void timed(String what, Work work) throws Exception {
        var begun = System.nanoTime();
        work.run();
        LOG.infof(
                "MEASURED %s: %d ms",
                what, Duration.ofNanos(System.nanoTime() - begun).toMillis());
    }

    @Test
    void aYearOfChangesAndADownloadOfAllTimelinesAreToldOfACity() throws Exception {
        timed(
                "a year of upcoming",
                () -> given().get("/class-pay/upcoming?from=2024-01-01&until=2025-01-01")
                        .then()
                        .statusCode(200)
                        .body("total", equalTo(1_350)));
        timed(
                "differences with nothing known before",
                () -> given().get(
                                "/class-pay/differences?knownFrom=2025-12-31T00:00:00Z&from=2020-01-01&until=2026-01-01")
                        .then()
                        .statusCode(200));
        timed("the timelines of all class pay", () -> {
            var rows = 0;
            try (InputStream in = given().accept(NDJSON)
                    .get("/snapshots/class-pay?include=timeline")
                    .asInputStream()) {
                for (var read = in.read(); read >= 0; read = in.read()) {
                    rows += read == '\n' ? 1 : 0;
                }
            }
            assertThat(rows).isGreaterThan(CityPlan.CLASSES * 38);
        });
    }
}
