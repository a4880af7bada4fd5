package city.planofrecord.chassis.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** The problem of a request that comes to no operation. */
public final class EarlyProblem {

    private EarlyProblem() {}

    /** Answers from the event loop, in the form in which the operations refuse; what is still sent is not read. */
    public static void answer(RoutingContext request, ProblemKind kind, String detail) {
        AfterTheAnswer.throwAwayTheRest(request.request());
        request.response()
                .setStatusCode(kind.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .end(new JsonObject()
                        .put("type", "/problems/" + kind.slug())
                        .put("title", kind.title())
                        .put("status", kind.status())
                        .put("detail", detail)
                        .put("instance", request.request().path())
                        .toBuffer());
    }
}
