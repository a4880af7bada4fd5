package city.planofrecord.notice.draftcomparison;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.access.Roles;
import city.planofrecord.chassis.http.Page;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.notice.draftdocument.DraftDocuments;
import city.planofrecord.notice.draftdocument.KeptDocument;
import city.planofrecord.notice.notice.Draft;
import city.planofrecord.notice.notice.DraftFinding;
import city.planofrecord.notice.notice.Notice;
import city.planofrecord.notice.notice.Notices;
import city.planofrecord.notice.noticedocument.Lines;

@Path("/notices/{number}/comparison")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Drafts")
public class ComparisonResource {

    private static final int MOST_ADDED = 200;

    /** Findings that say that text was left out. */
    private static final Set<String> LEFT_OUT = Set.of(
            "UNCLAIMED_TEXT",
            "UNKNOWN_HEADING",
            "UNKNOWN_COLUMN",
            "ROW_UNREADABLE",
            "TORN_COLUMNS_REFUSED",
            "VALUE_REPEATED",
            "UNREAD_DATE");

    private final Notices notices;
    private final DraftDocuments documents;
    private final ObjectMapper json;

    ComparisonResource(Notices notices, DraftDocuments documents, ObjectMapper json) {
        this.notices = notices;
        this.documents = documents;
        this.json = json;
    }

    /** The document that a draft is compared with. */
    @Schema(name = "ComparedDocument")
    record Document(
            @Schema(examples = "1", description = "The edition whose draft was read from it")
            int edition,

            @Schema(examples = "text/plain", description = "The media type that it was sent as")
            String kind,

            @Schema(examples = "68123", description = "Its bytes")
            long size,

            @Schema(description = "SHA-256 of its bytes, in hexadecimal")
            String sha256,

            @Schema(examples = "1041") int lines,
            Instant recordedAt) {

        static Document of(KeptDocument kept, int lines) {
            return new Document(kept.edition(), kept.kind(), kept.size(), kept.sha256(), lines, kept.recordedAt());
        }
    }

    /** A value of the draft that comes from no line. */
    @Schema(name = "AddedValue")
    record Added(
            @Schema(examples = "/provisions/2") String pointer,
            @Schema(implementation = Object.class) JsonNode is) {}

    /**
     * A draft beside its document.
     *
     * @param count how many lines there are of each state, over all pages
     * @param items the lines of this page
     * @param added values without a line, at most 200 of them
     */
    @Schema(name = "DraftComparison")
    record Comparison(
            Document document,
            Map<ComparedLine.State, Integer> count,
            List<ComparedLine> items,

            @Schema(description = "How many lines there are in all, over every page")
            long total,

            List<Added> added,

            @Schema(description = "How many values without a line there are in all")
            long addedTotal) {}

    private record Compared(KeptDocument document, List<ReadValue> values, List<Lines> leftOut) {}

    @GET
    @RolesAllowed({Roles.ANALYST, Roles.DIRECTOR, Roles.CLERK})
    @Operation(
            summary = "A draft beside its document",
            description =
                    "For the analyst. Of the draft, where there is one: each line of the document with the values that were read from it, and "
                            + "where one was changed by hand since, what it was and what it is; lines that nothing claims; and, in added, "
                            + "values that come from no line. An attachment that was handed in by itself is compared with its own document.")
    @APIResponse(responseCode = "200", description = "A page of lines; Link leads to the next")
    @APIResponse(responseCode = "400", description = "A parameter is unknown or cannot be read")
    @APIResponse(responseCode = "404", description = "There is none of that number, or it was not read from a document")
    public RestResponse<Comparison> compare(
            @PathParam("number") @Parameter(example = "1341") String number,
            @QueryParam("attachment")
                    @Parameter(description = "Key of an attachment that was handed in by itself, to compare that")
                    @Nullable
                    String attachment,
            @QueryParam("differing")
                    @Parameter(
                            description = "true: only lines that nothing claims, or of which something was changed",
                            example = "true")
                    @Nullable
                    Boolean differing,
            @QueryParam("limit")
                    @Parameter(description = "At most so many lines, 1 to 500. Default: 100.", example = "100")
                    @Nullable
                    Integer limit,
            @QueryParam("after")
                    @Parameter(description = "Lines after this one, as the Link of the page before says", example = "0")
                    @Nullable
                    Integer after,
            @Context UriInfo uri) {
        var most = Page.limit(limit);
        var only = Boolean.TRUE.equals(differing);
        var notice = notices.working(number);
        var now = json.<JsonNode>valueToTree(notice.draft());
        var compared = attachment == null ? notice(notice, now) : attachment(notice, now, attachment);
        var lines = compared.document().lines();
        var comparison = new DraftComparison(lines, compared.values(), compared.leftOut());
        var page = comparison.after(after == null ? 0 : Math.max(0, after), most, only);
        var added = attachment == null ? AddedValues.of(now, covered(notice, compared.values())) : List.<String>of();
        var answer = new Comparison(
                Document.of(compared.document(), lines.size()),
                comparison.count(),
                page,
                comparison.total(only),
                added.stream()
                        .limit(MOST_ADDED)
                        .map(pointer -> new Added(pointer, Pointers.at(now, pointer)))
                        .toList(),
                added.size());
        var last = page.isEmpty() ? 0 : page.getLast().line();
        var more = !page.isEmpty() && !comparison.after(last, 1, only).isEmpty();
        return Page.answer(answer, uri.getRequestUriBuilder(), more ? String.valueOf(last) : null);
    }

    private Compared notice(Notice notice, JsonNode now) {
        var document = documents
                .find(notice)
                .orElseThrow(() -> Refused.notFound(
                        "Notice " + notice.number() + " was not read from a document: it was drafted by hand."));
        var before = read(document);
        var values = new WhatWasRead(notice.draft(), now)
                .ofNotice(before, document.asRead(), Set.copyOf(documents.attachments(notice)));
        return new Compared(document, values, leftOut(before.findings()));
    }

    private Compared attachment(Notice notice, JsonNode now, String key) {
        var attached = notice.draft().attachments().stream()
                .filter(one -> key.equals(one.key()))
                .findFirst()
                .orElseThrow(() -> Refused.notFound("Notice " + notice.number() + " has no attachment " + key
                        + ". GET its attachments to see those there are."));
        var document = documents
                .findOfAttachment(notice, key)
                .orElseThrow(
                        () -> Refused.notFound(
                                "Attachment " + key + " of notice " + notice.number()
                                        + " has no document of its own; it is compared with that of the notice, where it came with that."));
        var values = new WhatWasRead(notice.draft(), now).ofAttachment(attached, document.asRead());
        var found = notice.draft().findings().stream()
                .filter(finding -> key.equals(finding.attachment()) && finding.pointer() != null)
                .toList();
        return new Compared(document, values, leftOut(found));
    }

    private Draft read(KeptDocument document) {
        try {
            return json.treeToValue(document.asRead(), Draft.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept draft that cannot be read", e);
        }
    }

    private static List<Lines> leftOut(List<DraftFinding> findings) {
        return findings.stream()
                .filter(finding -> LEFT_OUT.contains(finding.code()))
                .map(DraftFinding::lines)
                .filter(Objects::nonNull)
                .toList();
    }

    /** What comes from lines of this document, or of an attachment's own. */
    private Set<String> covered(Notice notice, List<ReadValue> values) {
        var covered = new HashSet<String>();
        values.stream().map(ReadValue::pointer).filter(Objects::nonNull).forEach(covered::add);
        var own = new ArrayList<>(documents.attachments(notice));
        notice.draft().attachments().stream()
                .filter(attachment -> attachment.item() != null && own.contains(attachment.key()))
                .forEach(attachment -> covered.add("/items/" + (attachment.item() - 1) + "/proposed/specification"));
        return covered;
    }
}
