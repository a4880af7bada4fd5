package city.planofrecord.paygrade.timelineimport;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * What an import of timelines did.
 *
 * @param things of which there were rows
 * @param recorded of them, those whose timeline was recorded; the others stood already as given
 */
@Schema(name = "TimelineImport")
public record TimelineImportAnswer(int rows, int things, int recorded, int acts, boolean dryRun, String message) {

    /** The answer, within the transaction of the import: a dry run is rolled back. */
    public static RestResponse<TimelineImportAnswer> of(TimelineImport.Done done, @Nullable Boolean dryRun) {
        var dry = Boolean.TRUE.equals(dryRun);
        if (dry) {
            QuarkusTransaction.setRollbackOnly();
        }
        return RestResponse.ResponseBuilder.<TimelineImportAnswer>create(!dry && done.acts() > 0 ? 201 : 200)
                .entity(new TimelineImportAnswer(
                        done.rows(), done.things(), done.recorded(), done.acts(), dry, message(done, dry)))
                .build();
    }

    private static String message(TimelineImport.Done done, boolean dryRun) {
        if (done.acts() == 0) {
            return "All of this is recorded already; nothing was changed.";
        }
        return dryRun ? "Nothing was stored; this is what would be." : "The timelines were recorded.";
    }
}
