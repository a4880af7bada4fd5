package city.planofrecord.classification.classdiff;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.chassis.time.Horizon;
import city.planofrecord.classification.jobclass.JobCode;

/** A class against itself on another day, or against what a posted notice proposes for it. */
@Path("/job-classes/{jobCode}/diff")
@Tag(name = "Job classes")
@Produces(MediaType.APPLICATION_JSON)
public class ClassDiffResource {

    private final ClassDiffs diffs;
    private final Horizon horizon;
    private final Clock clock;

    ClassDiffResource(ClassDiffs diffs, Horizon horizon, Clock clock) {
        this.diffs = diffs;
        this.horizon = horizon;
        this.clock = clock;
    }

    @GET
    @PermitAll
    @Operation(
            summary = "What differs between a class on two days, or between it and a notice's proposal",
            description =
                    "With `from` and `to` (a missing one is the city's today): the class that the code means on `to`, on both days. "
                            + "With `notice`: the class without the notice against what its latest posted edition proposes, whether it was "
                            + "decided since or not; the class is named by its present or its proposed code. Terms and grade come first, "
                            + "then the specification by section: ADDED, REMOVED, CHANGED, UNCHANGED; a section that says None is there. "
                            + "Lists are compared item by item (also MOVED), competencies and physical demands by name, changed texts word by word. "
                            + "Where the class is not in effect on one side, that side says so and the other is shown whole.")
    @APIResponse(responseCode = "200", description = "The difference, also where there is none")
    @APIResponse(
            responseCode = "400",
            description =
                    "Neither dates nor a notice, or both; `from` after `to`; a parameter cannot be read; knownAt is not settled")
    @APIResponse(
            responseCode = "404",
            description =
                    "No class ever bears the code, or it is in effect on neither day; the notice is not known here, or is not about "
                            + "the class: then it says about which it is")
    @APIResponse(responseCode = "422", description = "The proposed specification is not in the form of one")
    public JobClassDiff diff(
            @PathParam("jobCode") @Schema(implementation = String.class, examples = "CS2155") JobCode jobCode,
            @QueryParam("from")
                    @Parameter(description = "The day before. Default: the city's today.", example = "2011-04-09")
                    @Nullable
                    LocalDate from,
            @QueryParam("to")
                    @Parameter(description = "The day after. Default: the city's today.", example = "2011-04-10")
                    @Nullable
                    LocalDate to,
            @QueryParam("notice")
                    @Parameter(description = "Number of a posted notice, such as 1341; not together with from or to")
                    @Size(max = 40)
                    @Nullable
                    String notice,
            @QueryParam("knownAt")
                    @Parameter(
                            description =
                                    "Answer as was recorded at this instant. It must be settled: no write that began before it is "
                                            + "still open. Default: now.",
                            schema = @Schema(implementation = String.class, format = "date-time"))
                    @Nullable
                    Instant knownAt) {
        requireOneQuestion(from, to, notice);
        if (knownAt != null) {
            horizon.requireSettled(knownAt);
        }
        if (notice != null) {
            return diffs.proposed(jobCode, notice, knownAt);
        }
        var today = LocalDate.now(clock);
        var before = from == null ? today : from;
        var after = to == null ? today : to;
        requireInOrder(before, after);
        return diffs.between(jobCode, before, after, knownAt);
    }

    private static void requireOneQuestion(@Nullable LocalDate from, @Nullable LocalDate to, @Nullable String notice) {
        var dates = from != null || to != null;
        if (dates == (notice != null)) {
            throw new Refused(
                    ProblemKind.MALFORMED,
                    dates
                            ? "Ask with from and to for two days, or with notice for a proposal, not with both."
                            : "Say what to compare: two days by from and to (one of them is enough), or the number of a notice.",
                    List.of(Violation.ofParameter(
                            dates ? "notice" : "from",
                            dates ? "is given beside a day" : "is missing",
                            notice,
                            "from and to, or notice")));
        }
    }

    private static void requireInOrder(LocalDate from, LocalDate to) {
        if (from.isAfter(to)) {
            throw new Refused(
                    ProblemKind.MALFORMED,
                    "from (" + from + ") lies after to (" + to + "). Swap them; a missing one is the city's today.",
                    List.of(Violation.ofParameter("from", "lies after to", from.toString(), "on or before " + to)));
        }
    }
}
