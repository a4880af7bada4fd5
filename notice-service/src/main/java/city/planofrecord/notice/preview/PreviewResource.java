package city.planofrecord.notice.preview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

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
import city.planofrecord.notice.notice.Notice;
import city.planofrecord.notice.notice.Notices;
import city.planofrecord.notice.preview.Touching.Also;
import city.planofrecord.notice.publishgate.PlanAsHeard;

@Path("/notices/{number}/preview")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Before and after", description = "What a notice would make of the plan")
public class PreviewResource {

    private static final int MOST = 20;

    private final Notices notices;
    private final PostedNotices posted;
    private final NoticePreview preview;
    private final PlanAsHeard plan;

    PreviewResource(Notices notices, PostedNotices posted, NoticePreview preview, PlanAsHeard plan) {
        this.notices = notices;
        this.posted = posted;
        this.preview = preview;
        this.plan = plan;
    }

    @GET
    @PermitAll
    @Operation(
            summary = "The plan with the notice",
            description =
                    "For each class, grade and schedule that an item touches: before, after and what differs, on the decided "
                            + "effective date, or the one that the hearing lets expect. Worked out, not recorded. The items of a "
                            + "notice are carried out together and judged by the end state; denied ones are left out. Several "
                            + "notices are carried out by effective date, then in the order in which they are named, this one "
                            + "first; what does not fit together is listed in conflicts. Posted notices that touch the same "
                            + "class, job code, title, grade or schedule are shown in alsoTouchedBy, also unasked. What a draft "
                            + "would do is for analyst, director and clerk; for a posted notice anyone may ask.")
    @APIResponse(responseCode = "200", description = "What would change")
    @APIResponse(responseCode = "400", description = "with is no list of other notices")
    @APIResponse(responseCode = "404", description = "There is none of that number")
    @APIResponse(responseCode = "422", description = "A notice does not say enough to expect an effective date")
    public PreviewView preview(
            @PathParam("number") @Parameter(example = "1341") String number,
            @QueryParam("with")
                    @Parameter(description = "Numbers of other notices, separated by commas, up to 20, in their order")
                    @Nullable
                    String with) {
        var notice = notices.get(number);
        var together = new ArrayList<Notice>(List.of(notice));
        others(number, with).forEach(other -> together.add(notices.get(other)));
        var after = preview.after(plan.whole(), together);
        var also = also(together);
        var last = after.touchedClasses().stream()
                .map(ClassBeforeAndAfter::effectiveDate)
                .max(LocalDate::compareTo)
                .orElseGet(() -> preview.effective(notice));
        var carriers = carriers(after, last);
        return new PreviewView(
                notice.number(),
                preview.effective(notice),
                notice.effectiveDate() != null,
                together.stream().skip(1).map(Notice::number).toList(),
                after.touchedClasses().stream()
                        .map(one -> new PreviewView.OfClass(one, also.getOrDefault(one.by(), List.of())))
                        .toList(),
                after.grades().touched().stream()
                        .map(one -> new PreviewView.OfGrade(
                                one,
                                one.after() == null ? List.of() : carriers.getOrDefault(one.grade(), List.of()),
                                also.getOrDefault(one.by(), List.of())))
                        .toList(),
                after.grades().schedules(),
                after.conflicts(),
                also.values().stream()
                        .flatMap(List::stream)
                        .map(one -> one.item().notice())
                        .distinct()
                        .sorted()
                        .toList(),
                plan.freshness());
    }

    private static List<String> others(String number, @Nullable String with) {
        if (with == null) {
            return List.of();
        }
        var others = new LinkedHashSet<String>();
        var named = Arrays.stream(with.split(",", -1)).map(String::strip).toList();
        named.forEach(others::add);
        if (others.size() < named.size() || others.contains(number) || others.contains("") || others.size() > MOST) {
            throw new Refused(
                    ProblemKind.MALFORMED,
                    "with names other notices, each once, up to " + MOST + ", such as 1342,1343.",
                    List.of(Violation.ofParameter("with", "is no list of other notices", with, "such as 1342,1343")));
        }
        return List.copyOf(others);
    }

    private Map<ItemOf, List<Also>> also(List<Notice> together) {
        var also = new HashMap<ItemOf, List<Also>>();
        for (var notice : together) {
            var others = new LinkedHashMap<String, Notice>();
            posted.near(notice.draft()).forEach(other -> others.put(other.number(), other));
            together.stream()
                    .filter(other -> !other.number().equals(notice.number()))
                    .forEach(other -> others.put(other.number(), other));
            if (!others.isEmpty()) {
                var touching = new Touching(List.copyOf(others.values()));
                Touching.live(notice)
                        .forEach(item -> also.put(
                                new ItemOf(notice.number(), item.item()),
                                touching.with(item, notice.course(item.item()).ids())));
            }
        }
        return also;
    }

    private static Map<String, List<String>> carriers(PlanAfter after, LocalDate day) {
        if (after.grades().touched().isEmpty()) {
            return Map.of();
        }
        var carriers = new HashMap<String, List<String>>();
        after.classesOn(day).values().forEach(one -> {
            if (one.grade() != null) {
                carriers.computeIfAbsent(one.grade(), _ -> new ArrayList<>()).add(one.jobCode());
            }
        });
        carriers.values().forEach(codes -> codes.sort(null));
        return carriers;
    }
}
