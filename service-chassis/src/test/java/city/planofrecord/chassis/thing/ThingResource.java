package city.planofrecord.chassis.thing;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import com.fasterxml.jackson.databind.JsonNode;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;

import city.planofrecord.chassis.event.Ids;
import city.planofrecord.chassis.http.HasRevision;
import city.planofrecord.chassis.http.Idempotent;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Revision;
import city.planofrecord.chassis.register.Amendment;
import city.planofrecord.chassis.time.AsKnown;
import city.planofrecord.chassis.time.Horizon;

/** One thing over HTTP. */
@PermitAll
@Path("/things/{id}")
public class ThingResource {

    private static final Logger LOG = Logger.getLogger(ThingResource.class);

    private final Things things;
    private final Horizon horizon;
    private final Clock clock;

    ThingResource(Things things, Horizon horizon, Clock clock) {
        this.things = things;
        this.horizon = horizon;
        this.clock = clock;
    }

    /** A thing on a day. */
    public record ThingView(Map<String, JsonNode> image, long revision) implements HasRevision {}

    @GET
    public ThingView on(@PathParam("id") UUID id, @BeanParam AsKnown when) {
        LOG.debug("A thing is asked for");
        var known = when.known(horizon).orElse(null);
        var name = things.valueOn(id, when.day(clock).toString(), "name", known)
                .orElseThrow(() -> Refused.notFound("It is not in effect on that day."));
        return new ThingView(Things.fields("name", name), things.ledger().revision(id, known));
    }

    @POST
    @Path("amendments")
    @Transactional
    @Idempotent
    public RestResponse<ThingView> amend(
            @PathParam("id") UUID id,
            @HeaderParam(Revision.IF_MATCH) String ifMatch,
            @NotNull @Valid Amendment amendment) {
        var entry = things.lock(id);
        Revision.of(ifMatch).requireCurrent(entry.revision());
        var recorded = things.record(entry, things.rules().amend(Ids.next(), entry, amendment));
        return RestResponse.ok(new ThingView(
                recorded.after().on(amendment.effectiveFrom()).orElseThrow().image(),
                recorded.after().revision()));
    }
}
