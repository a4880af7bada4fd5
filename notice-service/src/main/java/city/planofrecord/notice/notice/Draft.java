package city.planofrecord.notice.notice;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.notice.noticedocument.Comments;
import city.planofrecord.notice.noticedocument.Hearing;
import city.planofrecord.notice.noticedocument.Lines;
import city.planofrecord.notice.noticedocument.Provision;
import city.planofrecord.notice.noticedocument.Speakers;

/**
 * What a notice says.
 *
 * @param sources by JSON pointer, the lines of the document that a value came from
 * @param corrects notices whose errors it mends
 */
public record Draft(
        String number,
        @Nullable String to,
        @Nullable String from,
        @Nullable LocalDate date,
        @Nullable String subject,
        List<String> summary,
        List<Provision> provisions,
        List<ProposedItem> items,
        @Nullable Hearing hearing,
        @Nullable Comments comments,
        @Nullable Speakers speakers,
        List<AttachedText> attachments,
        List<DraftFinding> findings,
        Map<String, Lines> sources,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Mending> corrects) {

    /**
     * A specification that was attached to the document, and the item that it belongs to.
     *
     * @param key by which it is known in its notice; a draft gives one to each that has none
     */
    @Schema(name = "NoticeAttachment")
    public record AttachedText(
            @Schema(examples = "311 Operations Assistant") String title,
            @Nullable @Schema(examples = "4") Integer item,

            @Schema(implementation = Object.class, description = "A class specification")
            ObjectNode specification,

            @Nullable @Schema(examples = "3", description = "By which the attachment is known in its notice")
            String key) {

        public AttachedText(String title, @Nullable Integer item, ObjectNode specification) {
            this(title, item, specification, null);
        }

        /** The same, with the number that its item has now. */
        AttachedText of(SameItems same) {
            return new AttachedText(title, item == null ? null : same.of(item).orElse(null), specification, key);
        }

        AttachedText keyed(int number) {
            return new AttachedText(title, item, specification, String.valueOf(number));
        }
    }

    public Draft {
        summary = List.copyOf(summary);
        provisions = List.copyOf(provisions);
        items = numbered(items);
        attachments = keyed(attachments);
        findings = identified(findings);
        sources = Map.copyOf(sources);
        // What was stored before notices could say so has none.
        corrects = corrects == null ? List.of() : List.copyOf(corrects);
    }

    public Draft(
            String number,
            @Nullable String to,
            @Nullable String from,
            @Nullable LocalDate date,
            @Nullable String subject,
            List<String> summary,
            List<Provision> provisions,
            List<ProposedItem> items,
            @Nullable Hearing hearing,
            @Nullable Comments comments,
            @Nullable Speakers speakers,
            List<AttachedText> attachments,
            List<DraftFinding> findings,
            Map<String, Lines> sources) {
        this(
                number,
                to,
                from,
                date,
                subject,
                summary,
                provisions,
                items,
                hearing,
                comments,
                speakers,
                attachments,
                findings,
                sources,
                List.of());
    }

    private static List<AttachedText> keyed(List<AttachedText> attachments) {
        var last = attachments.stream()
                .map(AttachedText::key)
                .filter(Objects::nonNull)
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0);
        var keyed = new ArrayList<AttachedText>();
        for (var attachment : attachments) {
            keyed.add(attachment.key() == null ? attachment.keyed(++last) : attachment);
        }
        return List.copyOf(keyed);
    }

    /** The findings, each with a number; one that it has already stays. */
    private static List<DraftFinding> identified(List<DraftFinding> findings) {
        var last = findings.stream()
                .map(DraftFinding::id)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        var identified = new ArrayList<DraftFinding>();
        for (var finding : findings) {
            identified.add(finding.id() == null ? finding.numbered(++last) : finding);
        }
        return List.copyOf(identified);
    }

    private static List<ProposedItem> numbered(List<ProposedItem> items) {
        var numbered = new ArrayList<ProposedItem>();
        var wrong = new ArrayList<Violation>();
        for (var item : items) {
            var place = numbered.size() + 1;
            if (item.item() != 0 && item.item() != place) {
                wrong.add(Violation.at(
                        "/items/" + (place - 1) + "/item",
                        "Items are numbered in their order, from 1.",
                        String.valueOf(item.item()),
                        String.valueOf(place)));
            }
            var found = item.at(place);
            if (!item.changes().isEmpty() && !item.changes().equals(found.changes())) {
                wrong.add(Violation.at(
                        "/items/" + (place - 1) + "/changes",
                        "What an item changes follows from its terms. Leave it out, or correct the terms.",
                        item.changes().toString(),
                        found.changes().toString()));
            }
            numbered.add(found);
        }
        if (!wrong.isEmpty()) {
            throw Refused.invalid(wrong);
        }
        return List.copyOf(numbered);
    }

    /** The same with other findings; each that has no number yet gets the next. */
    public Draft withFindings(List<DraftFinding> others) {
        return new Draft(
                number,
                to,
                from,
                date,
                subject,
                summary,
                provisions,
                items,
                hearing,
                comments,
                speakers,
                attachments,
                others,
                sources,
                corrects);
    }

    /** The same with other attachments, the items with what is attached to them, and the findings about all that. */
    public Draft attaching(
            List<ProposedItem> itemsThen, List<AttachedText> attachmentsThen, List<DraftFinding> findingsThen) {
        return new Draft(
                number,
                to,
                from,
                date,
                subject,
                summary,
                provisions,
                itemsThen,
                hearing,
                comments,
                speakers,
                attachmentsThen,
                findingsThen,
                sources,
                corrects);
    }

    /** The same with another hearing, and with other deadlines where it sets any. */
    Draft rescheduled(Rescheduling how) {
        return new Draft(
                number,
                to,
                from,
                date,
                subject,
                summary,
                provisions,
                items,
                how.hearing(),
                comments == null || how.commentsUntil() == null
                        ? comments
                        : new Comments(how.commentsUntil(), comments.to()),
                speakers == null || how.speakersUntil() == null
                        ? speakers
                        : new Speakers(how.speakersUntil(), speakers.contact()),
                attachments,
                findings,
                sources,
                corrects);
    }

    /** Until when comments may be sent, inclusive; empty where it does not say. */
    @JsonIgnore
    public Optional<OffsetDateTime> commentsUntil() {
        return Optional.ofNullable(comments).map(Comments::until);
    }

    /** Until when people may ask to speak, inclusive; empty where it does not say. */
    @JsonIgnore
    public Optional<OffsetDateTime> speakersUntil() {
        return Optional.ofNullable(speakers).map(Speakers::until);
    }

    public Optional<ProposedItem> item(int number) {
        return items.stream().filter(item -> item.item() == number).findFirst();
    }

    /** Job codes that the items name: present and proposed, and those of forerunners and heirs. */
    @JsonIgnore
    public List<String> jobCodes() {
        return items.stream()
                .flatMap(item -> Stream.of(item.before(), item.after()))
                .flatMap(Draft::codes)
                .distinct()
                .toList();
    }

    private static Stream<String> codes(Terms terms) {
        return Stream.of(Stream.ofNullable(terms.jobCode()), all(terms.inPlaceOf()), all(terms.into()))
                .flatMap(Function.identity());
    }

    private static Stream<String> all(@Nullable List<String> codes) {
        return codes == null ? Stream.empty() : codes.stream();
    }

    /** Grades that the items name, number first. */
    @JsonIgnore
    public List<String> grades() {
        return items.stream()
                .flatMap(item -> Stream.of(
                        Optional.ofNullable(item.before().grade()),
                        Optional.ofNullable(item.after().grade())))
                .flatMap(Optional::stream)
                .flatMap(written -> GradeName.parse(written).stream())
                .map(GradeName::canonical)
                .distinct()
                .toList();
    }
}
