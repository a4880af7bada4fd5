package city.planofrecord.notice.notice;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.notice.noticedocument.Comments;
import city.planofrecord.notice.noticedocument.Hearing;
import city.planofrecord.notice.noticedocument.Provision;
import city.planofrecord.notice.noticedocument.Speakers;

/**
 * A draft as an analyst writes it. What the service adds to it may be sent back, so that a draft can be read, changed and
 * put; it is not taken over.
 */
@Schema(
        name = "NoticeDraft",
        description =
                "A draft. What is not known is left out. What the service adds to a draft (edition, status, supersedes, attachments, "
                        + "findings, sources, mends, mendedBy, whether comments are open, and whether it or an item is in effect) may be sent back and is not taken over.")
@JsonIgnoreProperties({
    "edition",
    "status",
    "supersedes",
    "attachments",
    "findings",
    "sources",
    "mends",
    "mendedBy",
    "inEffect"
})
public record DraftBody(
        @NotNull
        @Pattern(regexp = DraftBody.NUMBER, message = "is no number: 1 to 40 letters, digits, '.' and '-'")
        @Schema(examples = "1341")
        String number,

        @Nullable @Size(max = 500) @Schema(examples = "Agency Heads and Employees")
        String to,

        @Nullable @Size(max = 500) String from,
        @Nullable @Schema(examples = "2011-03-23") LocalDate date,

        @Nullable @Size(max = 500) @Schema(examples = "Proposed Change to the Classification and Pay Plan")
        String subject,

        @Nullable @Size(max = 500) List<@NotNull @Size(max = 20_000) String> summary,
        @Nullable @Size(max = 500) List<@NotNull Provision> provisions,

        @Nullable @Size(max = 5000) @JsonIgnoreProperties("inEffect")
        List<@NotNull @Valid ProposedItem> items,

        @Nullable Hearing hearing,
        @Nullable CommentsBody comments,
        @Nullable Speakers speakers,

        @Nullable @Size(max = 100) @Schema(description = "Notices that were approved and whose errors this one mends")
        List<@NotNull @Valid Mending> corrects) {

    static final String NUMBER = "[A-Za-z0-9.-]{1,40}";

    /** Until when and to whom comments may be sent. */
    @Schema(name = "NoticeDraftComments")
    @JsonIgnoreProperties("open")
    public record CommentsBody(
            @Nullable @Schema(examples = "2011-04-06T08:00:00-06:00")
            OffsetDateTime until,

            Comments.@Nullable Recipient to) {}

    Draft draft(CityRules city) {
        return new Draft(
                number,
                to,
                from,
                date,
                subject,
                summary == null ? List.of() : summary,
                provisions == null ? List.of() : provisions,
                items == null ? List.of() : items,
                hearing == null ? null : new Hearing(city.localOrNull(hearing.at()), hearing.place()),
                comments == null ? null : new Comments(city.localOrNull(comments.until()), comments.to()),
                speakers == null ? null : new Speakers(city.localOrNull(speakers.until()), speakers.contact()),
                List.of(),
                List.of(),
                Map.of(),
                corrects == null ? List.of() : corrects);
    }

    /**
     * The draft in the place of another of the same number; what was attached to that, and read with doubt, stays.
     *
     * @throws Refused (422) where the number is another
     */
    public Draft replacing(Draft before, CityRules city) {
        if (!number.equals(before.number())) {
            throw Refused.invalid(List.of(Violation.at(
                    "/number",
                    "A draft keeps its number. Delete it and draft another to change it.",
                    number,
                    before.number())));
        }
        var draft = draft(city);
        var same = SameItems.of(before.items(), draft.items());
        return new Draft(
                draft.number(),
                draft.to(),
                draft.from(),
                draft.date(),
                draft.subject(),
                draft.summary(),
                draft.provisions(),
                draft.items(),
                draft.hearing(),
                draft.comments(),
                draft.speakers(),
                before.attachments().stream()
                        .map(attachment -> attachment.of(same))
                        .toList(),
                before.findings().stream()
                        .map(finding -> finding.pointingTo(same.pointer(finding.pointer())))
                        .toList(),
                Map.of(),
                draft.corrects());
    }
}
