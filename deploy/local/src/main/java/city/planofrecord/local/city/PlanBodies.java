package city.planofrecord.local.city;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** A plan as the public imports take it, in requests that stay far below what one may bear. */
public final class PlanBodies {

    private static final String NDJSON = "application/x-ndjson";
    private static final String CITATION = "Made up by Plan of Record: a plan of a city's size";
    private static final String REASON = "First load of a plan of a city's size";
    private static final int LINES = 400;

    private final CityPlan plan;

    public PlanBodies(CityPlan plan) {
        this.plan = plan;
    }

    /** In the order in which they are to be sent: classes early, since paygrade-service has to hear of them. */
    public List<PlanBody> all() {
        var bodies = new ArrayList<PlanBody>();
        plan.schedules().forEach(schedule -> bodies.add(schedule(schedule)));
        bodies.addAll(lines("job-classes", "classification", "/job-class-imports", "classes", PlanBodies::names));
        plan.schedules().forEach(schedule -> bodies.add(payTable(schedule)));
        bodies.addAll(lines(
                "grade-assignments", "paygrade", "/grade-assignment-imports", "classes' grades", PlanBodies::grades));
        return List.copyOf(bodies);
    }

    private static PlanBody schedule(Schedule schedule) {
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("schedule", schedule.letter())
                .put("name", schedule.design().name())
                .put("effectiveFrom", schedule.from().toString())
                .put("reason", REASON);
        body.set("authority", authority());
        return new PlanBody(
                "pay-schedule-" + schedule.letter(),
                "paygrade",
                "/pay-schedules",
                "application/json",
                body.toString(),
                "Schedule " + schedule.letter());
    }

    private static PlanBody payTable(Schedule schedule) {
        var table = new StringBuilder("Grade,Effective from,Minimum,Maximum,Basis\n");
        var rows = 0;
        for (var grade : schedule.grades()) {
            for (var range : grade.ranges()) {
                table.append(grade.name()).append(',').append(range.from()).append(',');
                table.append(range.minimum().toPlainString()).append(',');
                table.append(range.maximum().toPlainString()).append(',');
                table.append(range.hourly() ? "HOURLY" : "ANNUAL").append('\n');
                rows++;
            }
        }
        return new PlanBody(
                "pay-table-" + schedule.letter(),
                "paygrade",
                "/pay-table-imports?authority=OPENING&citation=" + URLEncoder.encode(CITATION, UTF_8) + "&reason="
                        + URLEncoder.encode(REASON, UTF_8),
                "text/csv",
                table.toString(),
                rows + " ranges of " + schedule.grades().size() + " grades of schedule " + schedule.letter());
    }

    private List<PlanBody> lines(
            String name, String service, String path, String what, Function<JobClass, ObjectNode> line) {
        var bodies = new ArrayList<PlanBody>();
        var classes = plan.classes();
        for (var from = 0; from < classes.size(); from += LINES) {
            var until = Math.min(classes.size(), from + LINES);
            var text = new StringBuilder();
            for (var jobClass : classes.subList(from, until)) {
                text.append(line.apply(jobClass)).append('\n');
            }
            bodies.add(new PlanBody(
                    name + "-" + (from + 1),
                    service,
                    path,
                    NDJSON,
                    text.toString(),
                    (until - from) + " " + what + " with their history"));
        }
        return bodies;
    }

    private static ObjectNode names(JobClass jobClass) {
        var line = JsonNodeFactory.instance.objectNode();
        var timeline = line.putArray("timeline");
        for (var i = 0; i < jobClass.names().size(); i++) {
            var named = jobClass.names().get(i);
            var until = i + 1 < jobClass.names().size()
                    ? jobClass.names().get(i + 1).from()
                    : jobClass.abolished();
            row(timeline.addObject(), named.from(), until)
                    .put("jobCode", named.jobCode())
                    .put("title", named.title())
                    .put("occupationalGroup", named.occupationalGroup())
                    .put("series", named.series())
                    .put("flsaStatus", named.exempt() ? "EXEMPT" : "NON_EXEMPT")
                    .set("specification", named.specification());
        }
        return because(line);
    }

    private static ObjectNode grades(JobClass jobClass) {
        var line = JsonNodeFactory.instance
                .objectNode()
                .put("jobCode", jobClass.names().getFirst().jobCode());
        var timeline = line.putArray("timeline");
        for (var i = 0; i < jobClass.grades().size(); i++) {
            var graded = jobClass.grades().get(i);
            var until = i + 1 < jobClass.grades().size()
                    ? jobClass.grades().get(i + 1).from()
                    : jobClass.abolished();
            row(timeline.addObject(), graded.from(), until).put("grade", graded.grade());
        }
        return because(line);
    }

    private static ObjectNode row(ObjectNode row, LocalDate from, @Nullable LocalDate until) {
        row.put("effectiveFrom", from.toString());
        if (until != null) {
            row.put("effectiveUntil", until.toString());
        }
        return row;
    }

    private static ObjectNode because(ObjectNode line) {
        line.set("authority", authority());
        return line.put("reason", REASON);
    }

    private static ObjectNode authority() {
        return JsonNodeFactory.instance.objectNode().put("kind", "OPENING").put("citation", CITATION);
    }
}
