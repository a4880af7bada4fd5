package city.planofrecord.paygrade;

import java.util.List;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.chassis.testing.hostile.Siege;
import city.planofrecord.chassis.testing.hostile.Siege.Gate;
import city.planofrecord.paygrade.testing.Opening;

/** The corpus of hostile documents, sent to every operation that takes a document. */
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "paygrade"))
class HostileDocumentsIT {

    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String NDJSON = "application/x-ndjson";

    @Test
    void noPayTableDoesHarm() {
        new Siege("paygrade", Opening.sample("pay-table.csv").lines().toList())
                .withstand(
                        List.of(CSV, XLSX),
                        new Gate(
                                "POST",
                                "/pay-table-imports?dryRun=true&authority=OPENING&citation=Printed&reason=Opening",
                                CSV,
                                XLSX));
    }

    @Test
    void noTimelinesDoHarm() {
        new Siege("paygrade", Opening.sample("grade-assignments.ndjson").lines().toList())
                .withstand(
                        List.of(NDJSON, CSV),
                        new Gate("POST", "/grade-assignment-imports?dryRun=true", NDJSON, CSV),
                        new Gate("POST", "/pay-grade-imports?dryRun=true", NDJSON, CSV),
                        new Gate("POST", "/pay-schedule-imports?dryRun=true", NDJSON, CSV));
    }
}
