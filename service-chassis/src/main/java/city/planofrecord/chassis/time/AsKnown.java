package city.planofrecord.chassis.time;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The two questions of a dated read: of which day, and as known when. */
public class AsKnown {

    @QueryParam("asOf")
    @Parameter(description = "The day the answer is for. Default: the city's today.", example = "2011-04-10")
    public @Nullable LocalDate asOf;

    @QueryParam("knownAt")
    @Parameter(
            description =
                    "Answer as was recorded at this instant. It must be settled: no write that began before it is "
                            + "still open. Default: now.",
            example = "2011-04-08T12:00:00Z")
    public @Nullable Instant knownAt;

    /** The day asked for, or the city's today. */
    public LocalDate day(Clock clock) {
        return asOf == null ? LocalDate.now(clock) : asOf;
    }

    /** The instant asked for, once it is sure that nothing can be recorded before it any more. */
    public Optional<Instant> known(Horizon horizon) {
        if (knownAt != null) {
            horizon.requireSettled(knownAt);
        }
        return Optional.ofNullable(knownAt);
    }
}
