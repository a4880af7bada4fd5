package city.planofrecord.notice.notice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.noticerule.EnactmentMode;

/**
 * Whether the Council must enact a notice, and what it did. Items can differ; then each says its own.
 *
 * @param awaiting the items that wait for the Council
 * @param ordinance what it did with every item that it has decided on, where that is one and the same
 */
@Schema(name = "NoticeEnactment", description = "Whether the Council must enact what is approved, and what it did")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NoticeEnactment(
        boolean required,
        EnactmentMode mode,
        @Schema(examples = "Charter 9.1.1 C") String citation,

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(description = "The approved items that wait for the Council", examples = "[1, 2]")
        List<Integer> awaiting,

        @Nullable @Schema(examples = "Ordinance 207 of 2011")
        String ordinance,

        @Nullable @Schema(examples = "2011-05-03") LocalDate enactedOn,
        ItemEnactment.@Nullable Outcome outcome) {

    /** Empty where the notice was posted before this was kept, or is a draft. */
    static Optional<NoticeEnactment> of(Notice notice) {
        var awaiting = new ArrayList<Integer>();
        var acts = new HashSet<ItemEnactment.CouncilAct>();
        ItemEnactment first = null;
        for (var item : notice.draft().items()) {
            var course = notice.course(item.item());
            var enactment = course.enactment();
            if (enactment == null) {
                continue;
            }
            first = first == null ? enactment : first;
            if (course.awaitsEnactment()) {
                awaiting.add(item.item());
            }
            if (enactment.act() != null) {
                acts.add(enactment.act());
            }
        }
        if (first != null) {
            var act = acts.size() == 1 ? acts.iterator().next() : null;
            return Optional.of(new NoticeEnactment(
                    true,
                    first.mode(),
                    first.citation(),
                    awaiting,
                    act == null ? null : act.ordinance(),
                    act == null ? null : act.enactedOn(),
                    act == null ? null : act.outcome()));
        }
        return Optional.ofNullable(notice.ownCourse().enactment())
                .map(expected -> new NoticeEnactment(
                        expected.mode() != EnactmentMode.NONE,
                        expected.mode(),
                        expected.citation(),
                        List.of(),
                        null,
                        null,
                        null));
    }
}
