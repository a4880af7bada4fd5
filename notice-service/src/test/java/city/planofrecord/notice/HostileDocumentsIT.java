package city.planofrecord.notice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.document.DocumentReader;
import city.planofrecord.chassis.testing.RawHttp.Header;
import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.chassis.testing.hostile.Siege;
import city.planofrecord.chassis.testing.hostile.Siege.Gate;
import city.planofrecord.notice.testing.Drafts;
import city.planofrecord.notice.testing.SpecificationReader;
import city.planofrecord.notice.testing.Writers;

/** The corpus of hostile documents, sent to every operation that takes a document. */
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "notice"))
@QuarkusTestResource(SpecificationReader.class)
class HostileDocumentsIT {

    private static final String CSV = "text/csv";
    private static final List<String> DOCUMENTS =
            List.of(DocumentReader.TEXT, DocumentReader.MARKDOWN, DocumentReader.PDF, DocumentReader.DOCX);
    private static final List<Header> ANY_REVISION = List.of(new Header("If-Match", "*"));

    private static List<String> sample(String name) throws IOException {
        return Files.readAllLines(Path.of(System.getProperty("samples"), name));
    }

    @Test
    void noNoticeDoesHarm() throws IOException {
        new Siege("notice", sample("notice-1341.txt"))
                .withstand(
                        DOCUMENTS,
                        new Gate(
                                "POST",
                                "/notice-imports?dryRun=true",
                                DocumentReader.TEXT,
                                DocumentReader.MARKDOWN,
                                DocumentReader.PDF,
                                DocumentReader.DOCX));
    }

    @Test
    void noTableOfItemsDoesHarm() {
        new Siege("notice", List.of("Job Code,Present Title,Proposed Title", "HD2156,3-1-1 Agent,311 Agent"))
                .withstand(
                        List.of(CSV), new Gate("POST", "/notice-imports?dryRun=true&number=HD1&date=2011-03-23", CSV));
    }

    @Test
    void noAttachmentDoesHarm() throws IOException {
        Writers.post("/notices", Drafts.draft("HD2", Drafts.retitle("HD2156", "3-1-1 Agent", "311 Agent")))
                .statusCode(201);
        new Siege("notice", sample("specification-ca2433-2018.md"))
                .withstand(
                        DOCUMENTS,
                        new Gate("POST", "/notices/HD2/attachments", DOCUMENTS, ANY_REVISION),
                        new Gate("PUT", "/notices/HD2/attachments/1", DOCUMENTS, ANY_REVISION));
    }
}
