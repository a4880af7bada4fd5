package city.planofrecord.classification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.document.DocumentReader;
import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.chassis.testing.hostile.Siege;
import city.planofrecord.chassis.testing.hostile.Siege.Gate;

/** The corpus of hostile documents, sent to every operation that takes a document. */
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "classification"))
class HostileDocumentsIT {

    private static final long MIB = 1024 * 1024;
    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";

    private static List<String> sample(String name) throws IOException {
        return Files.readAllLines(Path.of(System.getProperty("samples"), name));
    }

    private static void withstood(Siege siege, List<String> types, Gate... gates) {
        var before = Siege.heap();
        var report = siege.lay(types, gates);
        var grown = Siege.heap() - before;
        System.out.printf("%s%nthe heap has grown by %d KB%n", report.summary(), grown / 1024);
        assertThat(report.faults()).isEmpty();
        assertThat(grown).isLessThan(32 * MIB);
        given().get("/q/health/ready").then().statusCode(200);
    }

    @Test
    void noSpecificationDoesHarm() throws IOException {
        withstood(
                new Siege("classification", sample("specification-ca2433-2018.md")),
                List.of(DocumentReader.TEXT, DocumentReader.MARKDOWN, DocumentReader.PDF, DocumentReader.DOCX),
                new Gate(
                        "POST",
                        "/specification-imports",
                        DocumentReader.TEXT,
                        DocumentReader.MARKDOWN,
                        DocumentReader.PDF,
                        DocumentReader.DOCX));
    }

    @Test
    void noTimelinesDoHarm() throws IOException {
        withstood(
                new Siege("classification", sample("opening/job-classes.ndjson")),
                List.of(NDJSON, CSV),
                new Gate("POST", "/job-class-imports?dryRun=true", NDJSON, CSV));
    }
}
