package city.planofrecord.notice.impact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.notice.notice.Notices;
import city.planofrecord.notice.preview.ClassBeforeAndAfter;
import city.planofrecord.notice.preview.ClassImage;
import city.planofrecord.notice.preview.GradeBeforeAndAfter;
import city.planofrecord.notice.preview.ItemOf;
import city.planofrecord.notice.preview.NoticePreview;
import city.planofrecord.notice.preview.PlanAfter;
import city.planofrecord.notice.publishgate.PlanAsHeard;

@Path("/notices/{number}/impact")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Before and after", description = "What a notice would make of the plan")
public class ImpactResource {

    private final Notices notices;
    private final NoticePreview preview;
    private final PlanAsHeard plan;

    ImpactResource(Notices notices, NoticePreview preview, PlanAsHeard plan) {
        this.notices = notices;
        this.preview = preview;
        this.plan = plan;
    }

    @GET
    @PermitAll
    @Operation(
            summary = "What a notice touches",
            description =
                    "The classes, grades and ranges that its items touch, and what follows from them elsewhere: ranges below a "
                            + "floor, spreads and progressions that leave their schedule's pattern, classes left with an "
                            + "abolished grade, specifications that name a retitled or abolished class, series left with a "
                            + "hole, job codes whose prefix no longer fits. Worked out against the plan of the day before the "
                            + "decided or expected effective date. What a draft would touch is for analyst, director and "
                            + "clerk; for a posted notice anyone may ask.")
    @APIResponse(responseCode = "200", description = "What it touches, and what was found")
    @APIResponse(responseCode = "400", description = "A parameter cannot be read")
    @APIResponse(responseCode = "404", description = "There is none of that number")
    @APIResponse(responseCode = "422", description = "The notice does not say enough to expect an effective date")
    public ImpactView impact(
            @PathParam("number") @Parameter(example = "1341") String number,
            @QueryParam("floor")
                    @Parameter(
                            description = "What no range may begin below: an amount, and ANNUAL or HOURLY",
                            example = "15.87 HOURLY")
                    @Nullable
                    String floor,
            @QueryParam("hoursPerYear")
                    @Parameter(
                            description = "By which a floor and a range of another basis are compared. Default: 2080.",
                            example = "2080")
                    @Nullable
                    Integer hoursPerYear) {
        var least = floor == null ? null : floor(floor, hoursPerYear);
        var notice = notices.get(number);
        var whole = plan.whole();
        var result = preview.after(whole, List.of(notice));
        var day = preview.effective(notice);
        var before = state(new PlanAfter(whole), day.minusDays(1));
        var after = state(result, day);
        var grades = new HashMap<String, ItemOf>();
        result.grades().touched().forEach(one -> grades.put(one.grade(), one.by()));
        var pay = new PayImpact(before, after, grades);
        var series = new SeriesImpact(before, after, result.touchedClasses());
        var findings = new ArrayList<ImpactFinding>();
        if (least != null) {
            findings.addAll(pay.belowFloor(least));
        }
        findings.addAll(pay.leavesThePattern());
        findings.addAll(pay.stillCarried());
        findings.addAll(new NamingImpact(after, result.touchedClasses()).findings());
        findings.addAll(series.holes());
        findings.addAll(series.prefixes());
        return new ImpactView(
                number, day, touched(result, before, after), findings, result.conflicts(), plan.freshness());
    }

    private static PlanState state(PlanAfter plan, LocalDate day) {
        return new PlanState(plan.classesOn(day), plan.grades().allOn(day));
    }

    private static Floor floor(String written, @Nullable Integer hoursPerYear) {
        var hours = hoursPerYear == null ? Floor.USUAL_HOURS : hoursPerYear;
        if (hours < 1 || hours > 8784) {
            throw new Refused(
                    ProblemKind.MALFORMED,
                    "hoursPerYear is a number of hours from 1 to 8784.",
                    List.of(Violation.ofParameter(
                            "hoursPerYear", "is no number of hours in a year", String.valueOf(hours), "1 to 8784")));
        }
        return Floor.parse(written, hours)
                .orElseThrow(() -> new Refused(
                        ProblemKind.MALFORMED,
                        "floor is an amount with its basis, such as 15.87 HOURLY or 33010.00 ANNUAL.",
                        List.of(Violation.ofParameter("floor", "is no floor", written, "such as 15.87 HOURLY"))));
    }

    private static ImpactView.Touched touched(PlanAfter result, PlanState before, PlanState after) {
        var codes = result.touchedClasses().stream()
                .flatMap(one -> Stream.of(Optional.ofNullable(one.before()), Optional.ofNullable(one.after())))
                .flatMap(Optional::stream)
                .map(ClassImage::jobCode)
                .distinct()
                .toList();
        var grades = result.grades().touched().stream()
                .map(GradeBeforeAndAfter::grade)
                .distinct()
                .toList();
        var ranges = result.grades().touched().stream()
                .filter(one -> one.changed().contains("range"))
                .map(GradeBeforeAndAfter::grade)
                .distinct()
                .toList();
        var named = result.touchedClasses().stream()
                .map(ClassBeforeAndAfter::id)
                .collect(java.util.stream.Collectors.toSet());
        var carriers = new TreeSet<String>();
        var touched = new java.util.HashSet<>(grades);
        Stream.of(before, after)
                .flatMap(state -> state.classes().entrySet().stream())
                .filter(one -> carries(one.getValue(), touched) && !named.contains(one.getKey()))
                .forEach(one -> carriers.add(one.getValue().jobCode()));
        return new ImpactView.Touched(named.size(), codes, grades, ranges, List.copyOf(carriers));
    }

    private static boolean carries(ClassImage one, java.util.Set<String> grades) {
        return one.grade() != null && grades.contains(one.grade());
    }
}
