package city.planofrecord.chassis.http;

import java.util.Arrays;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The page of each problem: what the {@code type} of an error leads to. */
@Path("/problems")
@Tag(name = "Problems")
public class ProblemPages {

    /** A problem's page. */
    public record ProblemPage(String type, String title, int status, String meaning) {}

    @GET
    @Path("{slug}")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "What a problem means, and what to do")
    @APIResponse(responseCode = "200", description = "The problem's page")
    @APIResponse(responseCode = "404", description = "There is no problem of that name")
    public ProblemPage page(@PathParam("slug") String slug) {
        return Arrays.stream(ProblemKind.values())
                .filter(kind -> kind.slug().equals(slug))
                .map(kind -> new ProblemPage("/problems/" + slug, kind.title(), kind.status(), kind.meaning()))
                .findFirst()
                .orElseThrow(() -> Refused.notFound("There is no problem called '" + slug + "'."));
    }
}
