package city.planofrecord.notice.notice;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
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

        @Nullable @Schema(description = "The hearing that holds now")
        Hearing hearing,

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(description = "Every hearing since the posting: the one that was posted first, the present one last")
        List<HearingView> hearings,

        @Nullable CommentsView comments,
        @Nullable Speakers speakers,
        @Nullable EffectiveDate effectiveDate,
        @Nullable Withdrawal withdrawal,
        @Nullable Supersession supersedes,

        @Nullable @Schema(examples = "2", description = "The edition that was posted in the place of this one")
        Integer supersededBy,

        List<Draft.AttachedText> attachments,
        List<DraftFinding> findings,

        @Nullable
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(description = "By JSON pointer, the lines of the document that a value came from")
        Map<String, Lines> sources,

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(description = "Notices that were approved and whose errors this one mends, as it says")
        List<Mending> corrects,

        @Nullable
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(description = "The same, with what became of each; only where the notice is read")
        List<Mendings.Other> mends,

        @Schema(
                description =
                        "Notices that mend this one, and corrections of the registers that cite it; only where the notice is read")
        Mendings.@Nullable By mendedBy,

        @Schema(
                description =
                        "Whether everything that was approved, and not rescinded, is recorded in both registers and its date has come")
        boolean inEffect,

        @Nullable NoticeEnactment enactment,

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(description = "The rules that it was posted in spite of, each with what allowed it")
        List<RuleOverride> overrides)
        implements HasRevision {

    /** One item, and what became of it. */
    @Schema(name = "NoticeItem")
    public record ItemView(
            int item,
            ItemKind kind,
            List<Change> changes,
            @Nullable Terms present,
            @Nullable Terms proposed,

            @Nullable
            @Schema(
                    description =
                            "The proposed terms as they were approved; only where the item was approved as amended")
            Terms approved,

            @Nullable ItemDecision decision,
            @Nullable LocalDate effectiveDate,
            @Nullable Application application,

            @Nullable
            @Schema(description = "That it was rescinded, or lapses, after its approval, and how the registers follow")
            RevisionView rescission,

            @Nullable
            @Schema(description = "The other date that was asked for after the approval, and how the registers follow")
            RevisionView dateChange,

            @Nullable
            @Schema(
                    description =
                            "How effectiveDate came about, where the item was moved: override names the date that it had before")
            EffectiveDate ownEffectiveDate,

            @Schema(description = "Whether it is recorded in every register that it concerns and its date has come")
            boolean inEffect,

            @Nullable ItemEnactment enactment) {

        static ItemView of(ProposedItem item, ItemCourse course, LocalDate today) {
            var decision = course.decision();
            var amended = decision == null ? null : decision.amended();
            return new ItemView(
                    item.item(),
                    item.kind(),
                    item.changes(),
                    item.present(),
                    item.proposed(),
                    amended == null ? null : item.amendedBy(amended).proposed(),
                    decision,
                    course.effectiveDate(),
                    course.application(),
                    RevisionView.rescission(course),
                    RevisionView.dateChange(course),
                    course.ownEffectiveDate(),
                    course.takesEffectBy(today),
                    course.enactment());
        }
    }

    /**
     * What was asked for of an item after its approval.
     *
     * @param date the other effective date, or that from which on a lapsed item is in effect no more
     * @param state APPLIED once it is done; REJECTED where a register refuses it, and the item stands as it was
     * @param byRegister each register that had recorded the item
     */
    @Schema(name = "ItemRevision")
    public record RevisionView(
            @Nullable LocalDate date,

            @Schema(examples = "Board resolution of 8 April 2011")
            String citation,

            String reason,
            Instant recordedAt,
            Application.FateState state,
            Map<String, Application.RegisterFate> byRegister) {

        public static @Nullable RevisionView rescission(ItemCourse course) {
            var revision = course.revision();
            return revision == null || revision.kind() == ItemRevision.Kind.MOVED ? null : of(revision);
        }

        public static @Nullable RevisionView dateChange(ItemCourse course) {
            var revision = course.revision();
            return revision == null || revision.kind() != ItemRevision.Kind.MOVED ? null : of(revision);
        }

        private static RevisionView of(ItemRevision revision) {
            return new RevisionView(
                    revision.date(),
                    revision.citation(),
                    revision.reason(),
                    revision.recordedAt(),
                    revision.application().state(),
                    revision.application().byRegister());
        }
    }

    /**
     * One hearing that was set.
     *
     * @param commentsUntil until when comments could be sent once it was set, inclusive
     * @param speakersUntil until when people could ask to speak once it was set, inclusive
     * @param recordedAt when it was recorded that this is the hearing
     */
    @Schema(name = "NoticeHearing")
    public record HearingView(
            HearingCause cause,
            @Nullable OffsetDateTime at,
            @Nullable String place,
            @Nullable OffsetDateTime commentsUntil,
            @Nullable OffsetDateTime speakersUntil,
            @Nullable String reason,
            Instant recordedAt) {

        /** How a hearing was set. */
        public enum HearingCause {
            POSTED,
            MOVED,
            CONTINUED
        }

        private static HearingView of(HearingCause cause, Draft draft, @Nullable String reason, Instant recordedAt) {
            var hearing = draft.hearing();
            return new HearingView(
                    cause,
                    hearing == null ? null : hearing.at(),
                    hearing == null ? null : hearing.place(),
                    draft.comments() == null ? null : draft.comments().until(),
                    draft.speakers() == null ? null : draft.speakers().until(),
                    reason,
                    recordedAt);
        }

        static List<HearingView> all(Notice notice) {
            var posting = notice.posting();
            if (posting == null) {
                return List.of();
            }
            var all = new ArrayList<HearingView>();
            var draft = notice.draft();
            all.add(of(HearingCause.POSTED, draft, null, posting.recordedAt()));
            for (var one : notice.ownCourse().reschedulings()) {
                draft = draft.rescheduled(one);
                var cause = switch (one.cause()) {
                    case MOVED -> HearingCause.MOVED;
                    case CONTINUED -> HearingCause.CONTINUED;
                };
                all.add(of(cause, draft, one.reason(), one.recordedAt()));
            }
            return List.copyOf(all);
        }
    }

    /** Until when and to whom comments may be sent, and whether they may be sent now. */
    public record CommentsView(@JsonUnwrapped Comments comments, boolean open) {}

    public static NoticeView of(Notice notice, Clock clock) {
        return of(notice, clock, null, true);
    }

    /**
     * @param both what the notice mends, and what mends it; null where that is not told
     * @param asRead with how its document was read and what was doubtful, which is for the desk
     */
    static NoticeView of(Notice notice, Clock clock, Mendings.@Nullable Both both, boolean asRead) {
        var draft = notice.asRescheduled();
        var comments = draft.comments();
        var today = LocalDate.now(clock);
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
                        .map(item -> ItemView.of(item, notice.course(item.item()), today))
                        .toList(),
                notice.posting(),
                draft.hearing(),
                HearingView.all(notice),
                comments == null ? null : new CommentsView(comments, open(notice, comments.until(), clock.instant())),
                draft.speakers(),
                notice.effectiveDate(),
                notice.ownCourse().withdrawal(),
                notice.ownCourse().supersedes(),
                notice.ownCourse().supersededBy(),
                draft.attachments(),
                asRead ? draft.findings() : List.of(),
                asRead ? draft.sources() : Map.of(),
                draft.corrects(),
                both == null ? null : both.mends(),
                both == null || both.mendedBy().isEmpty() ? null : both.mendedBy(),
                notice.isInEffect(today),
                NoticeEnactment.of(notice).orElse(null),
                notice.ownCourse().overrides());
    }

    private static boolean open(Notice notice, @Nullable OffsetDateTime until, Instant now) {
        return PublicNotice.isOpen(
                notice.status(), notice.whenPosted().map(Posting::postedAt).orElse(null), until, now);
    }
}
