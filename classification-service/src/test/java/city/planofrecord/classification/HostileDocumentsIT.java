package city.planofrecord.classification;

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

    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";

    private static List<String> sample(String name) throws IOException {
        return Files.readAllLines(Path.of(System.getProperty("samples"), name));
    }

    @Test
    void noSpecificationDoesHarm() throws IOException {
        new Siege("classification", sample("specification-ca2433-2018.md"))
                .withstand(
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
        new Siege("classification", sample("opening/job-classes.ndjson"))
                .withstand(List.of(NDJSON, CSV), new Gate("POST", "/job-class-imports?dryRun=true", NDJSON, CSV));
    }
}
