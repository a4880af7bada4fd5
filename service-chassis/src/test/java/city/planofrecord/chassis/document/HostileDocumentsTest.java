package city.planofrecord.chassis.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;

import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.hostile.HostileDocuments;
import city.planofrecord.chassis.testing.hostile.Trap;

class HostileDocumentsTest {

    private static final List<String> TYPES =
            List.of(DocumentReader.TEXT, DocumentReader.MARKDOWN, DocumentReader.PDF, DocumentReader.DOCX);

    private final DocumentReader reader = new DocumentReader();

    @Test
    void eachIsReadOrRefusedWithAReasonAndNoneReachesOut() {
        try (var trap = new Trap()) {
            var corpus = HostileDocuments.of(TYPES, List.of("Meadow Warden", "ESSENTIAL DUTIES", "Walks."), trap);

            assertThat(corpus).hasSizeGreaterThan(200);
            assertThat(corpus)
                    .allSatisfy(document -> assertThatCode(
                                    () -> read(document.content().get(), document.type()))
                            .as(document.toString())
                            .doesNotThrowAnyException());
            assertThat(trap.caught()).isEmpty();
        }
    }

    private void read(byte[] bytes, String type) {
        try {
            assertThat(reader.read(bytes, type).lines()).isNotEmpty();
        } catch (UnreadableDocumentException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }
}
