package city.planofrecord.notice.noticeimport;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.notice.notice.Amount;
import city.planofrecord.notice.notice.CityRules;
import city.planofrecord.notice.notice.Draft;
import city.planofrecord.notice.notice.DraftFinding;
import city.planofrecord.notice.notice.PrintedRange;
import city.planofrecord.notice.notice.ProposedItem;
import city.planofrecord.notice.notice.Terms;
import city.planofrecord.notice.noticedocument.AttachedSpecification;
import city.planofrecord.notice.noticedocument.Attachment;
import city.planofrecord.notice.noticedocument.AttachmentJoin;
import city.planofrecord.notice.noticedocument.ClassTerms;
import city.planofrecord.notice.noticedocument.DraftItem;
import city.planofrecord.notice.noticedocument.Finding;
import city.planofrecord.notice.noticedocument.Lines;
import city.planofrecord.notice.noticedocument.NoticeDocumentParser;
import city.planofrecord.notice.noticedocument.ParsedNotice;
import city.planofrecord.notice.noticedocument.Severity;

/** Makes a draft of a notice document. Nothing is guessed: what lost or contradicts a fact refuses the document. */
@Singleton
class NoticeDocumentReader {

    // That an attachment bears no job code is said once, by the join that had to go by its title.
    static final String WITHOUT_CODE = "NO_JOB_CODE";

    private final NoticeDocumentParser parser;
    private final AttachmentReader attachments;

    NoticeDocumentReader(CityRules city, AttachmentReader attachments) {
        this.parser = new NoticeDocumentParser(city.zone());
        this.attachments = attachments;
    }

    /** @throws Refused (422) with every error found, (503) where attachments cannot be read now */
    Draft read(List<String> lines) {
        var parsed = parser.parse(lines);
        var findings = new ArrayList<>(
                parsed.findings().stream().map(NoticeDocumentReader::found).toList());
        requireReadable(findings);
        var read = parsed.attachmentsBegin()
                .map(begin -> attachments.read(lines, begin))
                .orElseGet(() -> new ReadSpecifications(null, null));
        read.findings().stream()
                .filter(finding -> !finding.code().equals(WITHOUT_CODE))
                .forEach(finding -> findings.add(ofAttachment(finding)));
        var joined = AttachmentJoin.join(
                parsed,
                read.specifications().stream()
                        .map(NoticeDocumentReader::attached)
                        .toList());
        joined.findings().forEach(finding -> findings.add(found(finding)));
        requireReadable(findings);
        return draft(parsed, joined, findings);
    }

    /** @throws Refused (422) with every finding, where one is an error */
    static void requireReadable(List<DraftFinding> findings) {
        var errors = findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
        if (!errors.isEmpty()) {
            throw new Refused(
                    ProblemKind.UNREADABLE_DOCUMENT,
                    (errors.size() == 1 ? "" : errors.size() + " errors; the first: ")
                            + errors.getFirst().message() + " Nothing was stored.",
                    errors.stream().map(NoticeDocumentReader::violation).toList(),
                    Map.of("findings", findings));
        }
    }

    private static Violation violation(DraftFinding finding) {
        return Violation.at(
                finding.pointer() == null ? "" : finding.pointer(),
                where(finding.lines()) + finding.message(),
                finding.code(),
                null);
    }

    private static String where(@Nullable Lines lines) {
        if (lines == null) {
            return "";
        }
        return lines.from() == lines.to()
                ? "Line " + lines.from() + ": "
                : "Lines " + lines.from() + " to " + lines.to() + ": ";
    }

    private static DraftFinding found(Finding finding) {
        return new DraftFinding(
                finding.severity(), finding.code().name(), finding.message(), finding.lines(), finding.pointer());
    }

    private static DraftFinding ofAttachment(DraftFinding finding) {
        var pointer = Optional.ofNullable(finding.pointer())
                .map(from -> from.replaceFirst("^/specifications/(\\d+)", "/attachments/$1/specification"))
                .orElse(null);
        return new DraftFinding(finding.severity(), finding.code(), finding.message(), finding.lines(), pointer);
    }

    private static AttachedSpecification attached(ObjectNode specification) {
        return new AttachedSpecification(
                specification.path("title").asText(),
                specification.hasNonNull("jobCode")
                        ? specification.get("jobCode").asText()
                        : null,
                lines(specification.path("sources")),
                specification);
    }

    private static Lines lines(JsonNode sources) {
        var span = Optional.<Lines>empty();
        for (var source : sources) {
            var lines =
                    new Lines(source.path("from").asInt(1), source.path("to").asInt(1));
            span = Optional.of(span.map(before -> before.and(lines)).orElse(lines));
        }
        return span.orElseGet(() -> new Lines(1, 1));
    }

    private static Draft draft(ParsedNotice parsed, AttachmentJoin.Joined joined, List<DraftFinding> findings) {
        var notice = parsed.notice();
        var sources = new HashMap<>(parsed.sources());
        return new Draft(
                java.util.Objects.requireNonNull(notice.number()),
                notice.to(),
                notice.from(),
                notice.date(),
                notice.subject(),
                notice.summary(),
                notice.provisions(),
                joined.items().stream().map(NoticeDocumentReader::item).toList(),
                notice.hearing(),
                notice.comments(),
                notice.speakers(),
                joined.attachments().stream()
                        .map(NoticeDocumentReader::attachment)
                        .toList(),
                findings,
                sources);
    }

    private static ProposedItem item(DraftItem item) {
        return new ProposedItem(item.item(), item.kind(), null, terms(item.present()), terms(item.proposed()));
    }

    private static @Nullable Terms terms(@Nullable ClassTerms read) {
        if (read == null) {
            return null;
        }
        var range = read.range();
        return new Terms(
                read.jobCode(),
                read.title(),
                read.grade(),
                range == null
                        ? null
                        : new PrintedRange(
                                new Amount(range.minimum()),
                                new Amount(range.maximum()),
                                range.currency(),
                                range.basis()),
                (ObjectNode) read.specification(),
                read.inPlaceOf(),
                read.into(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static Draft.AttachedText attachment(Attachment attachment) {
        return new Draft.AttachedText(attachment.title(), attachment.item(), (ObjectNode) attachment.specification());
    }
}
