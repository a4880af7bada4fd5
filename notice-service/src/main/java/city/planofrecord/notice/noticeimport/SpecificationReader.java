package city.planofrecord.notice.noticeimport;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.node.ObjectNode;

import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.notice.notice.DraftFinding;

/** Reads a document that is one class specification, as it is attached to a draft by itself. */
@Singleton
public class SpecificationReader {

    private static final String FIRST = "/specifications/0";

    private final AttachmentReader attachments;

    SpecificationReader(AttachmentReader attachments) {
        this.attachments = attachments;
    }

    /**
     * A specification that was read.
     *
     * @param findings their pointers begin at the specification, as in {@code /flsa}
     */
    public record OneRead(ObjectNode specification, List<DraftFinding> findings) {

        public OneRead {
            findings = List.copyOf(findings);
        }
    }

    /**
     * @throws Refused (422) where it is not exactly one specification or has an error, (503) where it cannot be read now
     */
    public OneRead read(List<String> lines) {
        var read = attachments.read(lines, 1);
        NoticeDocumentReader.requireReadable(read.findings());
        if (read.specifications().size() != 1) {
            throw new Refused(
                    ProblemKind.UNREADABLE_DOCUMENT,
                    (read.specifications().isEmpty()
                                    ? "The document holds no class specification."
                                    : "The document holds "
                                            + read.specifications().size() + " class specifications: "
                                            + read.specifications().stream()
                                                    .map(one -> "\""
                                                            + one.path("title").asText() + "\"")
                                                    .collect(Collectors.joining(", "))
                                            + ".")
                            + " Attachments are handed in one by one. Nothing was stored.");
        }
        var specification = read.specifications().getFirst();
        var findings = new ArrayList<DraftFinding>();
        for (var finding : read.findings()) {
            // That there is no job code is said by how the attachment was joined to its item.
            if (!finding.code().equals(NoticeDocumentReader.WITHOUT_CODE)) {
                var pointer = finding.pointer();
                findings.add(new DraftFinding(
                        finding.severity(),
                        finding.code(),
                        finding.message(),
                        finding.lines(),
                        pointer == null || !pointer.startsWith(FIRST) ? null : pointer.substring(FIRST.length())));
            }
        }
        return new OneRead(specification, findings);
    }
}
