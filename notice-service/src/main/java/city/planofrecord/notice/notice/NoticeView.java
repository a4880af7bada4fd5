package city.planofrecord.notice.notice;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.HasRevision;
import city.planofrecord.notice.noticedocument.Change;
import city.planofrecord.notice.noticedocument.Comments;
import city.planofrecord.notice.noticedocument.Hearing;
import city.planofrecord.notice.noticedocument.ItemKind;
import city.planofrecord.notice.noticedocument.Lines;
import city.planofrecord.notice.noticedocument.Provision;
import city.planofrecord.notice.noticedocument.Speakers;
import city.planofrecord.notice.noticerule.EffectiveDate;

/** A notice with all that has happened to it. */
@Schema(name = "Notice", description = "A classification notice with all that has happened to it")
public record NoticeView(
        @JsonIgnore long revision,
        @Schema(examples = "1341") String number,
        @Schema(examples = "1") int edition,
        NoticeStatus status,
        @Nullable String to,
        @Nullable String from,
        @Nullable @Schema(examples = "2011-03-23") LocalDate date,
        @Nullable String subject,
        List<String> summary,
        List<Provision> provisions,
        List<ItemView> items,
        @Nullable Posting posting,
        @Nullable Hearing hearing,
        @Nullable CommentsView comments,
        @Nullable Speakers speakers,
        @Nullable EffectiveDate effectiveDate,
        List<Draft.AttachedText> attachments,
        List<DraftFinding> findings,

        @Nullable
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(description = "By JSON pointer, the lines of the document that a value came from")
        Map<String, Lines> sources)
        implements HasRevision {

    /** One item, and what became of it. */
    @Schema(name = "NoticeItem")
    public record ItemView(
            int item,
            ItemKind kind,
            List<Change> changes,
            @Nullable Terms present,
            @Nullable Terms proposed,
            @Nullable ItemDecision decision,
            @Nullable LocalDate effectiveDate,
            @Nullable Application application) {

        static ItemView of(ProposedItem item, ItemCourse course) {
            return new ItemView(
                    item.item(),
                    item.kind(),
                    item.changes(),
                    item.present(),
                    item.proposed(),
                    course.decision(),
                    course.effectiveDate(),
                    course.application());
        }
    }

    /** Until when and to whom comments may be sent, and whether they may be sent now. */
    public record CommentsView(@JsonUnwrapped Comments comments, boolean open) {}

    public static NoticeView of(Notice notice, Clock clock) {
        var draft = notice.draft();
        var comments = draft.comments();
        return new NoticeView(
                notice.revision(),
                notice.number(),
                notice.edition(),
                notice.status(),
                draft.to(),
                draft.from(),
                draft.date(),
                draft.subject(),
                draft.summary(),
                draft.provisions(),
                draft.items().stream()
                        .map(item -> ItemView.of(item, notice.course(item.item())))
                        .toList(),
                notice.posting(),
                draft.hearing(),
                comments == null ? null : new CommentsView(comments, open(notice, comments.until(), clock.instant())),
                draft.speakers(),
                notice.effectiveDate(),
                draft.attachments(),
                draft.findings(),
                draft.sources());
    }

    private static boolean open(Notice notice, @Nullable OffsetDateTime until, Instant now) {
        return PublicNotice.isOpen(
                notice.status(), notice.whenPosted().map(Posting::postedAt).orElse(null), until, now);
    }
}
