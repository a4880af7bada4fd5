package city.planofrecord.chassis.http;

import java.util.Locale;

/** The problems that the services answer with; each has a page at {@code /problems/<slug>}. */
public enum ProblemKind {
    MALFORMED(400, "Malformed request", "The body or a parameter cannot be read. The violations name the place."),
    UNKNOWN_PARAMETER(
            400, "Unknown parameter", "The operation has no such query parameter; nothing is ignored silently."),
    UNAUTHENTICATED(
            401,
            "Not logged in",
            "The operation needs a token of the city's OpenID provider, and there is none, or it is not good."),
    FORBIDDEN(403, "Not allowed", "The token is good, but none of its roles may do this."),
    UNSETTLED(
            400,
            "Not settled yet",
            "A write that began before the instant asked for is still open. Ask for an earlier instant."),
    INVALID(
            422,
            "Invalid request",
            "The request can be read, but a rule forbids it. The violations name each field and what was expected."),
    UNREADABLE_DOCUMENT(
            422,
            "Unreadable document",
            "The document cannot be read as what it was sent as. The detail says why and what to do."),
    NOT_FOUND(404, "Not found", "Nothing of that name is known, or it is not public."),
    NOT_IN_EFFECT(
            404,
            "Not in effect",
            "The thing is known, but not in effect on the day asked for. The detail says when it was or will be."),
    NO_LONGER_KEPT(
            410,
            "No longer kept",
            "What is asked for is not kept any more. Changes older than a cursor: begin again from a snapshot. Personal data: their retention is over."),
    CONFLICT(409, "Conflict", "The request contradicts what is recorded. The detail says with what."),
    CLOSED(
            409,
            "Closed",
            "What the request is for is not open: its time has passed, or has not come. The detail says when and why."),
    HELD(
            409,
            "Held",
            "A decided batch holds what the request would change. Try again when the batch has been recorded or released."),
    IN_FLIGHT(
            409,
            "In flight",
            "A request with the same Idempotency-Key is being worked on. Repeat it later for its answer."),
    KEY_REUSED(
            422,
            "Idempotency-Key used otherwise",
            "The Idempotency-Key belongs to a request with another body. Use a new key."),
    STALE(
            412,
            "Stale revision",
            "The thing has changed since it was read. Read it again and repeat the change with the new ETag."),
    PRECONDITION_REQUIRED(428, "If-Match required", "A change needs If-Match with the ETag of what was read."),
    TOO_MANY_REQUESTS(
            429,
            "Too many requests",
            "There were more requests than one caller may send. Nothing was done; send it again after the seconds that Retry-After names."),
    TOO_LARGE(413, "Body too large", "The body exceeds the limit that the detail names."),
    METHOD_NOT_ALLOWED(
            405,
            "Method not allowed",
            "Nothing can be done here by this method. Allow names the methods that are known."),
    NOT_ACCEPTABLE(
            406,
            "Not acceptable",
            "The answer cannot be had in any form that Accept names. Leave Accept out, or name a form that the OpenAPI document gives for the operation."),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type", "The operation does not take bodies of this Content-Type."),
    BUSY(
            503,
            "Busy",
            "As many of these requests as the service takes at once are being worked on. Nothing was done; send it again after the seconds that Retry-After names."),
    UNAVAILABLE(503, "Unavailable", "A part that the request needs cannot be reached. Nothing was stored; try again."),
    INTERNAL_ERROR(500, "Internal error", "Something went wrong here; it has been logged. Nothing was stored.");

    private final int status;
    private final String title;
    private final String meaning;

    ProblemKind(int status, String title, String meaning) {
        this.status = status;
        this.title = title;
        this.meaning = meaning;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** What the problem means and what to do, for its page. */
    public String meaning() {
        return meaning;
    }

    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
