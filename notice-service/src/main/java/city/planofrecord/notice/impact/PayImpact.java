package city.planofrecord.notice.impact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.impact.ImpactFinding.Kind;
import city.planofrecord.notice.paygrade.HeardGrade.HeardRange;
import city.planofrecord.notice.preview.GradesAfter.PricedGrade;
import city.planofrecord.notice.preview.ItemOf;
import city.planofrecord.notice.publishgate.ScheduleShape;

/** What a notice does to ranges. */
final class PayImpact {

    private final PlanState before;
    private final PlanState after;
    private final Map<String, ItemOf> touchedGrades;

    /** @param touchedGrades the item that touched each grade last */
    PayImpact(PlanState before, PlanState after, Map<String, ItemOf> touchedGrades) {
        this.before = before;
        this.after = after;
        this.touchedGrades = touchedGrades;
    }

    List<ImpactFinding> belowFloor(Floor floor) {
        var found = new ArrayList<ImpactFinding>();
        after.grades().forEach((name, grade) -> {
            var range = grade.range();
            if (range != null && floor.isAbove(range)) {
                found.add(new ImpactFinding(
                        Kind.BELOW_FLOOR,
                        touchedGrades.get(name),
                        "range of " + name,
                        range.toString(),
                        "a minimum of at least " + floor,
                        "Whoever is paid the minimum of " + name + " is paid less than the floor."));
            }
        });
        return found;
    }

    /** Only schedules of which an item touches a grade. */
    List<ImpactFinding> leavesThePattern() {
        var schedules = touchedGrades.keySet().stream()
                .map(name -> name.substring(name.indexOf('-') + 1))
                .distinct()
                .sorted()
                .toList();
        var found = new ArrayList<ImpactFinding>();
        var rangesBefore = ranges(before);
        var rangesAfter = ranges(after);
        for (var schedule : schedules) {
            var now = rangesAfter.getOrDefault(schedule, Map.of());
            var was = rangesBefore.getOrDefault(schedule, Map.of());
            var shape = new Shape(now);
            var shapeBefore = new Shape(was);
            now.forEach((number, range) -> {
                var name = number + "-" + schedule;
                shape.unlikeSpread(range)
                        .filter(_ -> shapeBefore.unlikeSpread(was.get(number)).isEmpty())
                        .ifPresent(usual -> found.add(new ImpactFinding(
                                Kind.RANGE_SPREAD,
                                touchedGrades.get(name),
                                "range of " + name,
                                percent(range.spread()),
                                "about " + percent(usual),
                                "The range is wide otherwise than those of schedule " + schedule + " usually are.")));
                shape.unlikeProgression(number, range)
                        .filter(_ -> shapeBefore
                                .unlikeProgression(number, was.get(number))
                                .isEmpty())
                        .ifPresent(usual -> found.add(new ImpactFinding(
                                Kind.MIDPOINT_PROGRESSION,
                                touchedGrades.get(name),
                                "range of " + name,
                                percent(shape.shape().progression(number, range).orElse(0.0)),
                                "about " + percent(usual),
                                "The step from the grade below is unlike the others of schedule " + schedule + ".")));
            });
        }
        return found;
    }

    private record Shape(ScheduleShape shape, Optional<Double> spread, Optional<Double> progression) {

        Shape(Map<Integer, HeardRange> ranges) {
            var shape = new ScheduleShape(ranges);
            this(shape, shape.usualSpread(), shape.usualProgression());
        }

        Optional<Double> unlikeSpread(@Nullable HeardRange range) {
            return range == null
                    ? Optional.empty()
                    : spread.filter(usual -> Math.abs(range.spread() - usual) > ScheduleShape.UNLIKE_SPREAD);
        }

        Optional<Double> unlikeProgression(int number, @Nullable HeardRange range) {
            return range == null
                    ? Optional.empty()
                    : shape.progression(number, range)
                            .flatMap(found -> progression.filter(
                                    usual -> Math.abs(found - usual) > ScheduleShape.UNLIKE_PROGRESSION));
        }
    }

    private static Map<String, Map<Integer, HeardRange>> ranges(PlanState state) {
        var ranges = new HashMap<String, Map<Integer, HeardRange>>();
        state.grades().forEach((name, grade) -> {
            if (grade.range() != null && grade.range().minimum().signum() > 0) {
                ranges.computeIfAbsent(grade.schedule(), _ -> new TreeMap<>())
                        .put(Integer.valueOf(name.substring(0, name.indexOf('-'))), grade.range());
            }
        });
        return ranges;
    }

    private static String percent(double part) {
        return Math.round(part * 100) + " %";
    }

    List<ImpactFinding> stillCarried() {
        var found = new ArrayList<ImpactFinding>();
        for (var one : after.classes().values()) {
            var grade = one.grade();
            if (grade != null
                    && touchedGrades.containsKey(grade)
                    && !isThere(after.grades().get(grade))) {
                found.add(new ImpactFinding(
                        Kind.GRADE_STILL_CARRIED,
                        touchedGrades.get(grade),
                        "class " + one.jobCode(),
                        grade,
                        "a grade that is not abolished",
                        one.title() + " would be left without a range. Regrade it in the same notice."));
            }
        }
        return found;
    }

    private static boolean isThere(@Nullable PricedGrade grade) {
        return grade != null;
    }
}
