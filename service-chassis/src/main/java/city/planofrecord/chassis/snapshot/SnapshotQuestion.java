package city.planofrecord.chassis.snapshot;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
            schema = @Schema(implementation = String.class, format = "date-time"))
    public @Nullable Instant knownAt;

    @QueryParam("include")
    @Parameter(description = "timeline: every row, past, present and future, without asOf.")
    public @Nullable String include;
}
