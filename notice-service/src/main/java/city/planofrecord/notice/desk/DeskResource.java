package city.planofrecord.notice.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.page.PagePolicy;

/** The pages of the desk. They are no operations for other systems, and stand in no document. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
public class DeskResource {

    private final Visitor visitor;
    private final DeskWork work;

    DeskResource(Visitor visitor, DeskWork work) {
        this.visitor = visitor;
        this.work = work;
    }

    /** The pages, each with what it shows. */
    @CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {

        private Templates() {}

        static native TemplateInstance desk(String name, List<String> roles, DeskView view);

        static native TemplateInstance noRole(String name, List<String> roles);

        static native TemplateInstance loggedOut();

        static native TemplateInstance notLoggedIn();
    }

    @GET
    @Authenticated
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> desk() {
        return visitor.belongsToTheDesk()
                ? page(RestResponse.Status.OK, Templates.desk(visitor.name(), visitor.roles(), work.now()))
                : page(RestResponse.Status.FORBIDDEN, Templates.noRole(visitor.name(), visitor.roles()));
    }

    /** Where the provider leads back to; who is logged in already goes on to the desk. */
    @GET
    @Path("login")
    @Authenticated
    @Operation(hidden = true)
    public RestResponse<Void> login() {
        return RestResponse.seeOther(URI.create("/desk"));
    }

    /** @param state which the provider hands back, and which was looked at before */
    @GET
    @Path("logged-out")
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> loggedOut(@QueryParam("state") @Nullable String state) {
        return page(RestResponse.Status.OK, Templates.loggedOut());
    }

    /** What the provider says of the reason is not shown: whoever makes the link could write there what they like. */
    @GET
    @Path("not-logged-in")
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> notLoggedIn(
            @QueryParam("error") @Nullable String error,
            @QueryParam("error_description") @Nullable String description,
            @QueryParam("error_uri") @Nullable String uri) {
        return page(RestResponse.Status.FORBIDDEN, Templates.notLoggedIn());
    }

    @GET
    @Path("desk.css")
    @Produces("text/css")
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<byte[]> style() {
        try (var style = DeskResource.class.getResourceAsStream("/desk/desk.css")) {
            return RestResponse.ResponseBuilder.ok(Objects.requireNonNull(style).readAllBytes())
                    .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RestResponse<TemplateInstance> page(RestResponse.Status status, TemplateInstance page) {
        return RestResponse.ResponseBuilder.create(status, page)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("Content-Security-Policy", PagePolicy.withoutScripts().text())
                .header("Referrer-Policy", "same-origin")
                .build();
    }
}
