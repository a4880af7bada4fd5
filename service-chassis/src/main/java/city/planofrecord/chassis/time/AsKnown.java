package city.planofrecord.chassis.time;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;

/** The two questions of a dated read: of which day, and as known when. */
public class AsKnown {

    /** Nothing was recorded before it, and databases hold no instant that lies very far back. */
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    @QueryParam("asOf")
    @Parameter(description = "The day the answer is for. Default: the city's today.", example = "2011-04-10")
    public @Nullable LocalDate asOf;

    @QueryParam("knownAt")
    @Parameter(
            description =
                    "Answer as was recorded at this instant. It must be settled: no write that began before it is "
                            + "still open. Default: now.",
            schema = @Schema(implementation = String.class, format = "date-time"))
    public @Nullable Instant knownAt;

    /** The day asked for, or the city's today. */
    public LocalDate day(Clock clock) {
        return asOf == null ? LocalDate.now(clock) : asOf;
    }

    /** The instant asked for, once it is sure that nothing can be recorded before it any more. */
    public Optional<Instant> known(Horizon horizon) {
        if (knownAt != null) {
            if (knownAt.isBefore(EARLIEST)) {
                throw new Refused(
                        ProblemKind.MALFORMED,
                        "knownAt lies long before anything was recorded.",
                        List.of(Violation.ofParameter(
                                "knownAt", "is out of bounds", knownAt.toString(), EARLIEST + " or later")));
            }
            horizon.requireSettled(knownAt);
        }
        return Optional.ofNullable(knownAt);
    }
}
