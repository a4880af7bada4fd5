package city.planofrecord.paygrade.paystructure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A schedule's grades and how they relate. Grades are compared with those of the same basis and currency only, by number;
 * two spellings of one number (7 and 007) are not a step.
 *
 * @param grades by number
 * @param usual the medians of each basis and currency
 */
record ScheduleStructure(List<Grade> grades, List<Usual> usual) {

    /** By how many percentage points a spread may differ from the median before it stands out. */
    static final BigDecimal SPREAD_TOLERANCE = BigDecimal.valueOf(5);

    /** By how many percentage points a progression may differ from the median before it stands out. */
    static final BigDecimal PROGRESSION_TOLERANCE = BigDecimal.valueOf(2);

    /** Of how many figures a median is made at least before one can stand out against it. */
    static final int FEWEST = 3;

    /** What is to be looked at in a grade. */
    enum Mark {
        /** It has no range. */
        NO_RANGE,
        /** No class carries it. */
        NO_CLASS,
        /** Its spread is not near the median of its schedule. */
        SPREAD_STANDS_OUT,
        /** The step to it from the grade below is not near the median of its schedule. */
        PROGRESSION_STANDS_OUT,
        /** A grade of a lower number has a higher midpoint. */
        INVERTED
    }

    /**
     * The step from the next lower grade.
     *
     * @param numbers that lie between the two, the higher one counted
     */
    record Progression(GradeLine from, int numbers, BigDecimal percent) {}

    /** What part of the range lies within the next higher grade's. */
    record Overlap(GradeLine with, BigDecimal percent) {}

    /**
     * One grade.
     *
     * @param below the grade of a lower number with the highest midpoint, where that is higher than this one's
     */
    record Grade(
            GradeLine line,
            Optional<BigDecimal> spread,
            Optional<Progression> progression,
            Optional<Overlap> overlap,
            Optional<GradeLine> below,
            Set<Mark> marks) {}

    /** What is usual among the ranges of one basis and currency. */
    record Usual(GradeLine.Measure measure, int ranges, Median spread, Median progression) {}

    /** @param figures how many there are */
    record Median(int figures, Optional<BigDecimal> percent) {

        static Median of(List<BigDecimal> figures) {
            return new Median(figures.size(), Figures.median(figures));
        }

        boolean isFarFrom(BigDecimal figure, BigDecimal tolerance) {
            return figures >= FEWEST
                    && percent.filter(usual -> figure.subtract(usual).abs().compareTo(tolerance) > 0)
                            .isPresent();
        }
    }

    static ScheduleStructure of(List<GradeLine> lines) {
        var sorted = lines.stream()
                .sorted(Comparator.comparingInt(GradeLine::number).thenComparing(GradeLine::grade))
                .toList();
        var tables = new LinkedHashMap<GradeLine.Measure, List<GradeLine.Ranged>>();
        sorted.forEach(line -> line.ranged()
                .ifPresent(ranged -> tables.computeIfAbsent(ranged.measure(), _ -> new ArrayList<>())
                        .add(ranged)));
        var figured = sorted.stream().map(line -> figured(line, tables)).toList();
        var usual = tables.entrySet().stream()
                .map(table -> usual(table.getKey(), table.getValue().size(), figured))
                .toList();
        return new ScheduleStructure(
                figured.stream().map(grade -> marked(grade, usual)).toList(), usual);
    }

    private static Grade figured(GradeLine line, Map<GradeLine.Measure, List<GradeLine.Ranged>> tables) {
        var ranged = line.ranged();
        if (ranged.isEmpty()) {
            return new Grade(line, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Set.of());
        }
        var table = tables.getOrDefault(ranged.get().measure(), List.of());
        var own = ranged.get();
        return new Grade(
                line,
                Figures.spread(own.range()),
                progression(own, table),
                overlap(own, table),
                below(own, table),
                Set.of());
    }

    private static Optional<Progression> progression(GradeLine.Ranged own, List<GradeLine.Ranged> table) {
        return table.stream()
                .filter(other -> other.number() < own.number())
                .reduce((_, nearer) -> nearer)
                .flatMap(from -> {
                    var numbers = own.number() - from.number();
                    return Figures.progression(from.midpoint(), own.midpoint(), numbers)
                            .map(percent -> new Progression(from.line(), numbers, percent));
                });
    }

    private static Optional<Overlap> overlap(GradeLine.Ranged own, List<GradeLine.Ranged> table) {
        return table.stream()
                .filter(other -> other.number() > own.number())
                .findFirst()
                .map(next -> new Overlap(next.line(), Figures.overlap(own.range(), next.range())));
    }

    private static Optional<GradeLine> below(GradeLine.Ranged own, List<GradeLine.Ranged> table) {
        return table.stream()
                .filter(other -> other.number() < own.number())
                .max(Comparator.comparing(GradeLine.Ranged::midpoint))
                .filter(highest -> highest.midpoint().compareTo(own.midpoint()) > 0)
                .map(GradeLine.Ranged::line);
    }

    private static Usual usual(GradeLine.Measure measure, int ranges, List<Grade> grades) {
        var own = grades.stream().filter(grade -> isOf(grade, measure)).toList();
        return new Usual(
                measure,
                ranges,
                Median.of(own.stream().flatMap(grade -> grade.spread().stream()).toList()),
                Median.of(own.stream()
                        .flatMap(grade -> grade.progression().stream())
                        .map(Progression::percent)
                        .toList()));
    }

    private static boolean isOf(Grade grade, GradeLine.Measure measure) {
        return grade.line()
                .ranged()
                .filter(ranged -> ranged.measure().equals(measure))
                .isPresent();
    }

    private static Grade marked(Grade grade, List<Usual> usual) {
        var marks = EnumSet.noneOf(Mark.class);
        if (grade.line().range().isEmpty()) {
            marks.add(Mark.NO_RANGE);
        }
        if (grade.line().classes() == 0) {
            marks.add(Mark.NO_CLASS);
        }
        if (grade.below().isPresent()) {
            marks.add(Mark.INVERTED);
        }
        usual.stream().filter(among -> isOf(grade, among.measure())).forEach(among -> {
            if (grade.spread()
                    .filter(spread -> among.spread().isFarFrom(spread, SPREAD_TOLERANCE))
                    .isPresent()) {
                marks.add(Mark.SPREAD_STANDS_OUT);
            }
            if (grade.progression()
                    .filter(step -> among.progression().isFarFrom(step.percent(), PROGRESSION_TOLERANCE))
                    .isPresent()) {
                marks.add(Mark.PROGRESSION_STANDS_OUT);
            }
        });
        return new Grade(
                grade.line(), grade.spread(), grade.progression(), grade.overlap(), grade.below(), Set.copyOf(marks));
    }
}
