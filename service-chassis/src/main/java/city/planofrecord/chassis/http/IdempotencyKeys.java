package city.planofrecord.chassis.http;

import java.io.IOException;
import java.lang.reflect.Method;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jboss.resteasy.reactive.RestResponse;
import org.jdbi.v3.core.Jdbi;

import city.planofrecord.chassis.access.Caller;

/** Keeps the answers of idempotent writes and gives them again. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class IdempotencyKeys {

    static final String HEADER = "Idempotency-Key";

    @Inject
    Jdbi jdbi;

    @Inject
    ObjectMapper json;

    @Inject
    HttpHeaders headers;

    @Inject
    UriInfo uri;

    @Inject
    Caller caller;

    /** An answer that was given before, byte for byte. */
    record Repeated(@JsonIgnore long revision, @JsonValue JsonNode body) implements HasRevision {}

    private record Kept(String hash, int status, String location, Long revision, String body) {}

    @AroundInvoke
    Object answer(InvocationContext call) throws Exception {
        var sent = headers.getHeaderString(HEADER);
        if (sent == null) {
            return call.proceed();
        }
        requireReadable(sent);
        var key = keyOfTheCaller(sent);
        var hash = hash(sent, call.getMethod(), call.getParameters());
        requireNotInFlight(key);
        var kept = kept(key);
        if (kept != null) {
            if (!kept.hash().equals(hash)) {
                throw new Refused(
                        ProblemKind.KEY_REUSED,
                        "This Idempotency-Key was used for another request in the last 24 hours. Use a new one.",
                        List.of(Violation.ofParameter(HEADER, "belongs to another request", null, "a new key")));
            }
            return again(call.getMethod(), kept);
        }
        var answer = call.proceed();
        keep(key, hash, answer);
        return answer;
    }

    /**
     * Nobody is given the answer to a key that somebody else has used. What was sent is not kept: it may be anything, also
     * somebody's address.
     */
    private String keyOfTheCaller(String sent) throws NoSuchAlgorithmException {
        return hex(sha256(caller.isKnown() ? caller.subject() + " " + sent : sent));
    }

    private static void requireReadable(String key) {
        if (!key.matches("[\\x21-\\x7e]{1,200}")) {
            throw new Refused(
                    ProblemKind.MALFORMED,
                    "Idempotency-Key must be 1 to 200 visible ASCII characters.",
                    List.of(Violation.ofParameter(
                            HEADER, "cannot be used", null, "1 to 200 visible ASCII characters")));
        }
    }

    private void requireNotInFlight(String key) {
        var alone = jdbi.withHandle(
                handle -> handle.createQuery("select pg_try_advisory_xact_lock(hashtextextended(:key, 7309))")
                        .bind("key", key)
                        .mapTo(Boolean.class)
                        .one());
        if (!alone) {
            throw new Refused(
                    ProblemKind.IN_FLIGHT,
                    "A request with this Idempotency-Key is being worked on. Repeat it in a moment for its answer.");
        }
    }

    private Kept kept(String key) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select request_hash, status, location, revision, body"
                                + " from idempotent_answer where key = :key and answered_at > clock_timestamp() - interval '24 hours'")
                .bind("key", key)
                .map((rs, _) -> new Kept(
                        rs.getString(1), rs.getInt(2), rs.getString(3), rs.getObject(4, Long.class), rs.getString(5)))
                .findOne()
                .orElse(null));
    }

    private Object again(Method method, Kept kept) throws IOException {
        var body = json.readTree(kept.body());
        Object entity = kept.revision() == null ? body : new Repeated(kept.revision(), body);
        if (RestResponse.class.isAssignableFrom(method.getReturnType())) {
            var answer =
                    RestResponse.ResponseBuilder.create(kept.status(), null).entity(entity);
            return (kept.location() == null ? answer : answer.header("Location", kept.location())).build();
        }
        var answer = Response.status(kept.status()).entity(entity);
        return (kept.location() == null ? answer : answer.header("Location", kept.location())).build();
    }

    private void keep(String key, String hash, Object answer) throws IOException {
        var status = switch (answer) {
            case RestResponse<?> rest -> rest.getStatus();
            case Response response -> response.getStatus();
            default -> throw new IllegalStateException("an idempotent operation returns a response");
        };
        var entity = answer instanceof RestResponse<?> rest ? rest.getEntity() : ((Response) answer).getEntity();
        var location = answer instanceof RestResponse<?> rest
                ? rest.getHeaderString("Location")
                : ((Response) answer).getHeaderString("Location");
        if (status / 100 != 2) {
            return;
        }
        var body = json.writeValueAsString(entity);
        jdbi.useHandle(handle -> handle.createUpdate("insert into idempotent_answer"
                        + " (key, request_hash, status, location, revision, body, answered_at)"
                        + " values (:key, :hash, :status, :location, :revision, :body, clock_timestamp())"
                        + " on conflict (key) do update set request_hash = excluded.request_hash, status = excluded.status,"
                        + " location = excluded.location, revision = excluded.revision, body = excluded.body,"
                        + " answered_at = excluded.answered_at")
                .bind("key", key)
                .bind("hash", hash)
                .bind("status", status)
                .bind("location", location)
                .bind("revision", entity instanceof HasRevision thing ? thing.revision() : null)
                .bind("body", body)
                .execute());
    }

    /** Taken with the key that was sent, which is not kept: nobody can try out whose name and address a body held. */
    private String hash(String sent, Method method, Object[] arguments) throws IOException, NoSuchAlgorithmException {
        var digest = sha256(sent);
        digest.update(uri.getRequestUri().getRawPath().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        digest.update(
                String.valueOf(uri.getRequestUri().getRawQuery()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var parameters = method.getParameters();
        for (var i = 0; i < parameters.length; i++) {
            if (isBody(parameters[i])) {
                digest.update(json.writeValueAsBytes(arguments[i]));
            }
        }
        return hex(digest);
    }

    private static MessageDigest sha256(String first) throws NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256");
        digest.update(first.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return digest;
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static boolean isBody(java.lang.reflect.Parameter parameter) {
        return java.util.Arrays.stream(parameter.getAnnotations())
                .noneMatch(annotation ->
                        annotation.annotationType().getPackageName().startsWith("jakarta.ws.rs")
                                || annotation.annotationType().getPackageName().startsWith("org.jboss.resteasy"));
    }
}
