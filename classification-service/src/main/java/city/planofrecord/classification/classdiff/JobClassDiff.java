package city.planofrecord.classification.classdiff;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.HasRevision;
import city.planofrecord.chassis.ledger.Authority;
import city.planofrecord.classification.classcomparison.Change;
import city.planofrecord.classification.classcomparison.ClassDiff;
import city.planofrecord.classification.classcomparison.SectionDiff;
import city.planofrecord.classification.classcomparison.TermDiff;
import city.planofrecord.classification.proposal.PostedNotice.Kind;

/**
 * What differs between the two sides of a class.
 *
 * @param id of the class; absent where the notice that would establish it has not told it
 * @param change ADDED where the class is not in effect before, REMOVED where it is not after
 * @param otherOnFrom the class that the code meant on {@code from}, where that was another
 */
@Schema(name = "JobClassDiff")
record JobClassDiff(
        @Nullable UUID id,
        Side before,
        Side after,
        Change change,
        Summary summary,
        List<TermDiff> terms,
        List<SectionDiff> sections,
        @Nullable OtherClass otherOnFrom,
        long revision)
        implements HasRevision {

    /**
     * One side.
     *
     * @param says where the class is not in effect: why not, and when it is
     * @param grade as paygrade-service has told it, or as the notice proposes it
     * @param template of its specification
     * @param effectiveFrom of the row that answers
     * @param effectiveUntil of that row, exclusive; absent where there is no end
     */
    @Schema(name = "JobClassDiffSide")
    record Side(
            LocalDate asOf,
            boolean inEffect,
            @Nullable String says,
            @Nullable String jobCode,
            @Nullable String title,
            @Nullable String grade,
            @Nullable String template,
            @Nullable LocalDate effectiveFrom,
            @Nullable LocalDate effectiveUntil,
            @Nullable Instant recordedAt,
            @Nullable UUID act,
            @Nullable Authority authority,
            @Nullable Proposal proposal) {}

    /**
     * The item of a posted notice that a side shows.
     *
     * @param expectedEffectiveDate from when it would count if it were approved at its hearing
     * @param recordedAt when notice-service recorded the posting
     * @param receivedAt when it was known here
     */
    @Schema(name = "JobClassDiffProposal")
    record Proposal(
            String notice,
            int edition,
            int item,
            Kind kind,
            @Nullable LocalDate expectedEffectiveDate,
            Instant recordedAt,
            Instant receivedAt) {}

    /** Another class that bore the code. */
    @Schema(name = "JobClassDiffOther")
    record OtherClass(UUID id, String jobCode, String title) {}

    /**
     * The names of what differs, and of the sections that do not.
     *
     * @param terms that came, went or changed
     */
    @Schema(name = "JobClassDiffSummary")
    record Summary(
            List<String> terms,
            List<String> sectionsAdded,
            List<String> sectionsRemoved,
            List<String> sectionsChanged,
            List<String> sectionsUnchanged) {

        static Summary of(ClassDiff diff) {
            return new Summary(
                    diff.terms().stream()
                            .filter(term -> term.change() != Change.UNCHANGED)
                            .map(TermDiff::term)
                            .toList(),
                    sections(diff, Change.ADDED),
                    sections(diff, Change.REMOVED),
                    sections(diff, Change.CHANGED),
                    sections(diff, Change.UNCHANGED));
        }

        private static List<String> sections(ClassDiff diff, Change change) {
            return diff.sections().stream()
                    .filter(section -> section.change() == change)
                    .map(SectionDiff::section)
                    .toList();
        }
    }
}
