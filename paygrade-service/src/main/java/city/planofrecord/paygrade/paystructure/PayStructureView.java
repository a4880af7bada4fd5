package city.planofrecord.paygrade.paystructure;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.heard.HeardRow;
import city.planofrecord.paygrade.code.Notation;
import city.planofrecord.paygrade.payrange.Basis;
import city.planofrecord.paygrade.payrange.PayRangeView;

/**
 * The pay plan of a day as a structure. All percentages are decimal strings, rounded half up to two decimals.
 *
 * @param figures how each figure is worked out and when it stands out, in words
 * @param classesWithoutGrade classes in effect on the day that carry no grade; absent where one schedule was asked for
 */
@Schema(name = "PayStructure")
public record PayStructureView(
        LocalDate asOf,
        @Nullable Instant knownAt,
        List<String> figures,
        List<ScheduleView> schedules,
        @Nullable List<ClassView> classesWithoutGrade) {

    private static final List<String> FIGURES = List.of(
            "spreadPercent: (maximum - minimum) / minimum.",
            "progression.percent: growth of the midpoint from the next lower grade, for each grade number:"
                    + " (midpoint / lower midpoint)^(1 / numbers) - 1, where numbers is the difference of the two grade numbers.",
            "overlap.percent: what part of the grade's range lies within the next higher grade's.",
            "Only ranges of one basis and currency are compared; a schedule that holds several has a line in usual for each.",
            "A spread stands out that differs from the median by more than "
                    + ScheduleStructure.SPREAD_TOLERANCE.toPlainString()
                    + " percentage points, a progression by more than "
                    + ScheduleStructure.PROGRESSION_TOLERANCE.toPlainString() + "; medians of fewer than "
                    + ScheduleStructure.FEWEST + " figures mark nothing.",
            "INVERTED: a grade of a lower number has a higher midpoint.",
            "All percentages are worked out unrounded and shown rounded half up to two decimals.");

    /**
     * One schedule.
     *
     * @param usual the medians of each basis and currency
     * @param mixed whether its ranges are of more than one basis or currency
     * @param grades by number
     * @param standOut the figures that stand out, one by one
     */
    @Schema(name = "ScheduleStructure")
    public record ScheduleView(
            UUID id,
            @Schema(examples = "A") String schedule,
            @Nullable String name,
            Notation notation,
            boolean mixed,
            List<UsualView> usual,
            List<GradeView> grades,
            List<StandsOutView> standOut,
            List<InversionView> inversions,
            List<String> gradesWithoutRange,
            List<String> gradesWithoutClass) {}

    /** The medians of the ranges of one basis and currency; absent where there is no figure. */
    @Schema(name = "UsualFigures")
    public record UsualView(
            Basis basis,
            String currency,
            int ranges,
            @Nullable @Schema(examples = "59.56") String spreadPercent,
            @Nullable @Schema(examples = "6.90") String progressionPercent) {}

    /**
     * One grade.
     *
     * @param classes how many classes in effect carry it
     * @param progression absent in the lowest grade
     * @param overlap absent in the highest grade
     */
    @Schema(name = "StructuredGrade")
    public record GradeView(
            UUID id,
            @Schema(examples = "809-A") String grade,
            int number,
            @Nullable PayRangeView range,
            int classes,
            @Nullable @Schema(examples = "59.56") String spreadPercent,
            @Nullable ProgressionView progression,
            @Nullable OverlapView overlap,
            List<ScheduleStructure.Mark> marks) {}

    /** @param numbers difference of the grade numbers */
    @Schema(name = "MidpointProgression")
    public record ProgressionView(
            @Schema(examples = "806-A") String from,
            @Schema(examples = "3") int numbers,
            @Schema(examples = "6.90") String percent) {}

    @Schema(name = "RangeOverlap")
    public record OverlapView(String with, String percent) {}

    @Schema(name = "StandingOut")
    public record StandsOutView(String grade, ScheduleStructure.Mark figure, String percent, String usualPercent) {}

    /** @param above the grade of the lower number, whose midpoint is higher */
    @Schema(name = "Inversion")
    public record InversionView(String grade, String midpoint, String above, String aboveMidpoint) {}

    @Schema(name = "UngradedClass")
    public record ClassView(
            UUID classId, String jobCode, @Nullable String title) {}

    static PayStructureView of(
            LocalDate day, @Nullable Instant knownAt, PayStructures.Structure structure, boolean whole) {
        return new PayStructureView(
                day,
                knownAt,
                FIGURES,
                structure.schedules().stream().map(PayStructureView::schedule).toList(),
                whole
                        ? structure.ungraded().stream()
                                .map(PayStructureView::ungraded)
                                .toList()
                        : null);
    }

    private static ClassView ungraded(HeardRow row) {
        var title = row.image().path("title");
        return new ClassView(
                row.subject(), row.image().path("jobCode").asText(), title.isTextual() ? title.asText() : null);
    }

    private static ScheduleView schedule(PayStructures.Schedule found) {
        var image = found.row().image();
        var grades = found.structure().grades();
        return new ScheduleView(
                found.row().subject(),
                image.path("schedule").asText(),
                image.has("name") ? image.path("name").asText() : null,
                found.notation(),
                found.structure().usual().size() > 1,
                found.structure().usual().stream().map(PayStructureView::usual).toList(),
                grades.stream().map(PayStructureView::grade).toList(),
                standOut(found.structure()),
                grades.stream().flatMap(grade -> inversion(grade).stream()).toList(),
                named(grades, ScheduleStructure.Mark.NO_RANGE),
                named(grades, ScheduleStructure.Mark.NO_CLASS));
    }

    private static List<String> named(List<ScheduleStructure.Grade> grades, ScheduleStructure.Mark mark) {
        return grades.stream()
                .filter(grade -> grade.marks().contains(mark))
                .map(grade -> grade.line().grade())
                .toList();
    }

    private static UsualView usual(ScheduleStructure.Usual usual) {
        return new UsualView(
                usual.measure().basis(),
                usual.measure().currency(),
                usual.ranges(),
                rounded(usual.spread().percent()),
                rounded(usual.progression().percent()));
    }

    private static GradeView grade(ScheduleStructure.Grade grade) {
        return new GradeView(
                grade.line().id(),
                grade.line().grade(),
                grade.line().number(),
                grade.line().range().map(PayRangeView::of).orElse(null),
                grade.line().classes(),
                rounded(grade.spread()),
                grade.progression()
                        .map(step -> new ProgressionView(
                                step.from().grade(), step.numbers(), Figures.rounded(step.percent())))
                        .orElse(null),
                grade.overlap()
                        .map(overlap -> new OverlapView(overlap.with().grade(), Figures.rounded(overlap.percent())))
                        .orElse(null),
                grade.marks().stream().sorted().toList());
    }

    private static List<StandsOutView> standOut(ScheduleStructure structure) {
        var all = new ArrayList<StandsOutView>();
        for (var grade : structure.grades()) {
            structure.usual().stream()
                    .filter(usual -> grade.line()
                            .ranged()
                            .filter(ranged -> ranged.measure().equals(usual.measure()))
                            .isPresent())
                    .forEach(usual -> {
                        add(
                                all,
                                grade,
                                ScheduleStructure.Mark.SPREAD_STANDS_OUT,
                                grade.spread(),
                                usual.spread().percent());
                        add(
                                all,
                                grade,
                                ScheduleStructure.Mark.PROGRESSION_STANDS_OUT,
                                grade.progression().map(ScheduleStructure.Progression::percent),
                                usual.progression().percent());
                    });
        }
        return List.copyOf(all);
    }

    private static void add(
            List<StandsOutView> all,
            ScheduleStructure.Grade grade,
            ScheduleStructure.Mark mark,
            Optional<BigDecimal> figure,
            Optional<BigDecimal> usual) {
        if (grade.marks().contains(mark) && figure.isPresent() && usual.isPresent()) {
            all.add(new StandsOutView(
                    grade.line().grade(), mark, Figures.rounded(figure.get()), Figures.rounded(usual.get())));
        }
    }

    private static Optional<InversionView> inversion(ScheduleStructure.Grade grade) {
        return grade.below()
                .flatMap(above -> above.range()
                        .flatMap(higher -> grade.line()
                                .range()
                                .map(own -> new InversionView(
                                        grade.line().grade(),
                                        own.midpoint().toPlainString(),
                                        above.grade(),
                                        higher.midpoint().toPlainString()))));
    }

    private static @Nullable String rounded(Optional<BigDecimal> percent) {
        return percent.map(Figures::rounded).orElse(null);
    }
}
