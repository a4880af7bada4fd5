package city.planofrecord.classification.classdiff;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.ledger.Authority;
import city.planofrecord.chassis.ledger.Ledger;
import city.planofrecord.chassis.ledger.RecordedAct;
import city.planofrecord.chassis.ledger.Row;
import city.planofrecord.chassis.timeline.Act;
import city.planofrecord.chassis.timeline.ActKind;
import city.planofrecord.classification.classcomparison.ClassComparison;
import city.planofrecord.classification.classcomparison.ClassSide;
import city.planofrecord.classification.classdiff.ClassSides.Standing;
import city.planofrecord.classification.classdiff.JobClassDiff.OtherClass;
import city.planofrecord.classification.classdiff.JobClassDiff.Proposal;
import city.planofrecord.classification.classdiff.JobClassDiff.Side;
import city.planofrecord.classification.classdiff.JobClassDiff.Summary;
import city.planofrecord.classification.jobclass.JobClasses;
import city.planofrecord.classification.jobclass.JobCode;
import city.planofrecord.classification.proposal.PostedNotice;
import city.planofrecord.classification.proposal.PostedNotice.Kind;
import city.planofrecord.classification.proposal.PostedNotice.ProposedClass;
import city.planofrecord.classification.proposal.PostedNotices;

/** Compares a class with itself on another day, or with what a notice proposes. */
@Singleton
class ClassDiffs {

    private final JobClasses classes;
    private final ClassSides sides;
    private final PostedNotices notices;
    private final Clock clock;

    ClassDiffs(JobClasses classes, ClassSides sides, PostedNotices notices, Clock clock) {
        this.classes = classes;
        this.sides = sides;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * The class that the code means on {@code to}, on both days.
     *
     * @throws Refused (404) where no class ever bears the code, or it is in effect on neither day
     */
    JobClassDiff between(JobCode code, LocalDate from, LocalDate to, @Nullable Instant knownAt) {
        var id = classes.meant(code, to, knownAt);
        var before = sides.on(id, from, knownAt);
        var after = sides.on(id, to, knownAt);
        if (before.row().isEmpty() && after.row().isEmpty()) {
            throw new Refused(
                    ProblemKind.NOT_IN_EFFECT,
                    code + " is in effect neither on " + from + " nor on " + to + ". "
                            + whenInEffect(id, code.value(), to, knownAt));
        }
        return answer(
                id,
                shown(before, () -> whenInEffect(id, code.value(), from, knownAt)),
                before.side(),
                shown(after, () -> whenInEffect(id, code.value(), to, knownAt)),
                after.side(),
                other(code, id, from, knownAt),
                knownAt);
    }

    /**
     * The class as it is without the notice, and as the latest posted edition would make it. Without means: the day
     * before the first act that the register has from the notice, else the day from which it is expected to count.
     *
     * @throws Refused (404) where no such notice has been told, or it proposes nothing for the class
     */
    JobClassDiff proposed(JobCode code, String number, @Nullable Instant knownAt) {
        var notice = notices.find(number, knownAt)
                .orElseThrow(() -> Refused.notFound("No posting of a notice " + number
                        + " has been heard here. A draft is not told before it is posted; one just posted arrives within"
                        + " seconds. GET /notices of notice-service lists those there are."));
        var expected = Optional.ofNullable(notice.expectedEffectiveDate()).orElseGet(() -> LocalDate.now(clock));
        var item = item(notice, code, expected, knownAt);
        var id = classOf(item, expected, knownAt);
        var counts = id.flatMap(found -> firstDay(found, number, expected, knownAt));
        var day = counts.map(first -> first.minusDays(1)).orElse(expected);
        var before = id.map(found -> sides.on(found, day, knownAt))
                .orElse(new Standing(day, Optional.empty(), ClassSide.ABSENT));
        var after = sides.proposed(notice, item, before.side());
        return answer(
                id.orElse(null),
                shown(before, () -> whyAbsent(notice, item, id, day, knownAt)),
                before.side(),
                shown(notice, item, counts.orElse(expected), after),
                after,
                null,
                knownAt);
    }

    private ProposedClass item(PostedNotice notice, JobCode code, LocalDate day, @Nullable Instant knownAt) {
        return notice.about(code.value())
                .or(() -> classes.find(code, day, knownAt).flatMap(id -> about(notice, id, day, knownAt)))
                .orElseThrow(() -> Refused.notFound("Notice " + notice.number() + " proposes nothing for " + code + ". "
                        + (notice.jobCodes().isEmpty()
                                ? "It is about no class."
                                : "It is about " + String.join(", ", notice.jobCodes()) + ": ask with one of these.")));
    }

    private Optional<ProposedClass> about(PostedNotice notice, UUID id, LocalDate day, @Nullable Instant knownAt) {
        return notice.about(id)
                .or(() -> notice.classes().stream()
                        .filter(item -> classOf(item, day, knownAt).equals(Optional.of(id)))
                        .findFirst());
    }

    /** The class as the posting fixed it, else the one that bears the code which the item says it has. */
    private Optional<UUID> classOf(ProposedClass item, LocalDate day, @Nullable Instant knownAt) {
        return Optional.ofNullable(item.classId())
                .or(() -> item.presentCode().flatMap(code -> classes.find(JobCode.fromString(code), day, knownAt)));
    }

    /** From when the first thing counts that was recorded from the notice and not cancelled. */
    private Optional<LocalDate> firstDay(UUID id, String number, LocalDate expected, @Nullable Instant knownAt) {
        var acts = ledger().acts(id).stream()
                .filter(act -> knownAt == null || !act.recordedAt().isAfter(knownAt))
                .toList();
        var cancelled = acts.stream()
                .map(act -> act.act().cancels())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var ofTheClass = acts.stream()
                .filter(act -> number.equals(act.authority().notice()))
                .map(RecordedAct::act)
                .filter(act -> act.kind() != ActKind.CANCELLED && !cancelled.contains(act.id()))
                .map(Act::from);
        return Stream.concat(ofTheClass, sides.regraded(id, number, expected, knownAt).stream())
                .min(LocalDate::compareTo);
    }

    private JobClassDiff answer(
            @Nullable UUID id,
            Side before,
            ClassSide compared,
            Side after,
            ClassSide with,
            @Nullable OtherClass other,
            @Nullable Instant knownAt) {
        var diff = ClassComparison.compare(compared, with);
        return new JobClassDiff(
                id,
                before,
                after,
                diff.change(),
                Summary.of(diff),
                diff.terms(),
                diff.sections(),
                other,
                id == null ? 0 : ledger().revision(id, knownAt));
    }

    private static Side shown(Standing standing, Supplier<String> whyAbsent) {
        var side = standing.side();
        return standing.row()
                .map(row -> side(
                        standing.day(),
                        side,
                        row.effectiveFrom(),
                        row.effectiveUntil(),
                        row.recordedAt(),
                        row.act(),
                        row.authority(),
                        null))
                .orElseGet(() -> absent(standing.day(), whyAbsent.get(), null));
    }

    private static Side shown(PostedNotice notice, ProposedClass item, LocalDate day, ClassSide after) {
        var proposal = new Proposal(
                notice.number(),
                notice.edition(),
                item.item(),
                item.kind(),
                notice.expectedEffectiveDate(),
                notice.recordedAt(),
                notice.receivedAt());
        return after.isAbsent()
                ? absent(day, proposes(notice, item) + "abolish it.", proposal)
                : side(day, after, null, null, null, null, null, proposal);
    }

    private static String proposes(PostedNotice notice, ProposedClass item) {
        return "Notice " + notice.number() + " proposes in item " + item.item() + " to ";
    }

    private static Side side(
            LocalDate day,
            ClassSide side,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable Instant recordedAt,
            @Nullable UUID act,
            @Nullable Authority authority,
            @Nullable Proposal proposal) {
        return new Side(
                day,
                true,
                null,
                side.term("jobCode").orElse(null),
                side.term("title").orElse(null),
                side.grade(),
                side.specification() == null ? null : side.specification().template(),
                from,
                until,
                recordedAt,
                act,
                authority,
                proposal);
    }

    private static Side absent(LocalDate day, String says, @Nullable Proposal proposal) {
        return new Side(day, false, says, null, null, null, null, null, null, null, null, null, proposal);
    }

    private String whyAbsent(
            PostedNotice notice, ProposedClass item, Optional<UUID> id, LocalDate day, @Nullable Instant knownAt) {
        if (item.kind() == Kind.ESTABLISH) {
            return proposes(notice, item) + "establish it.";
        }
        var code = item.presentCode().orElse("The class");
        return id.map(found -> whenInEffect(found, code, day, knownAt))
                .orElse("The register has no class of the code " + code + ".");
    }

    private String whenInEffect(UUID id, String name, LocalDate day, @Nullable Instant knownAt) {
        var rows = ledger().rows(id, knownAt);
        return rows.stream()
                .map(Row::effectiveFrom)
                .filter(from -> from.isAfter(day))
                .findFirst()
                .map(from -> name + " is in effect from " + from + " on.")
                .or(() -> rows.stream()
                        .map(Row::effectiveUntil)
                        .filter(Objects::nonNull)
                        .max(LocalDate::compareTo)
                        .map(until -> name + " was abolished on " + until + "."))
                .orElse(name + " is not in effect.");
    }

    private @Nullable OtherClass other(JobCode code, UUID id, LocalDate day, @Nullable Instant knownAt) {
        return classes.find(code, day, knownAt)
                .filter(found -> !found.equals(id))
                .flatMap(found -> ledger().on(found, day, knownAt))
                .filter(row -> code.value().equals(row.image().path("jobCode").asText()))
                .map(row -> new OtherClass(
                        row.subject(), code.value(), row.image().path("title").asText()))
                .orElse(null);
    }

    private Ledger ledger() {
        return classes.register().ledger();
    }
}
