package city.planofrecord.chassis.snapshot;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Of what a snapshot is asked. */
public class SnapshotQuestion {

    @QueryParam("asOf")
    @Parameter(description = "The day the rows are for. Default: the city's today.", example = "2011-04-10")
    public @Nullable LocalDate asOf;

    @QueryParam("knownAt")
    @Parameter(
            description =
                    "As was recorded at this instant, which must be settled. Default: the latest settled instant; the"
                            + " manifest and the Link headers name it.",
            example = "2026-11-21T12:00:00Z")
    public @Nullable Instant knownAt;

    @QueryParam("include")
    @Parameter(description = "timeline: every row, past, present and future, without asOf.", example = "timeline")
    public @Nullable String include;
}
