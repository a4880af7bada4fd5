package city.planofrecord.chassis.http;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.access.PrivateAnswer;

/** Gives every JSON answer its ETag from the revision and the very bytes, and answers 304 to whom has them already. */
@Provider
public class EntityTags implements ContainerResponseFilter {

    @Inject
    ObjectMapper json;

    @Inject
    PrivateAnswer privately;

    @Context
    ResourceInfo operation;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) throws IOException {
        keepFromCaches(response);
        var entity = response.getEntity();
        if (entity == null
                || response.getStatus() / 100 != 2
                || !MediaType.APPLICATION_JSON_TYPE.isCompatible(response.getMediaType())
                || entity instanceof byte[]
                || entity instanceof InputStream
                || entity instanceof String) {
            return;
        }
        var bytes = json.writeValueAsBytes(entity);
        var hash = HexFormat.of().formatHex(sha256(bytes), 0, 12);
        var tag = "\"" + (entity instanceof HasRevision thing ? thing.revision() + "-" : "") + hash + "\"";
        var headers = response.getHeaders();
        headers.putSingle(HttpHeaders.ETAG, tag);
        headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        if (!headers.containsKey(HttpHeaders.CACHE_CONTROL)) {
            var known = request.getUriInfo().getQueryParameters();
            var settled = known.containsKey("asOf") && known.containsKey("knownAt");
            headers.putSingle(HttpHeaders.CACHE_CONTROL, settled ? "public, max-age=31536000, immutable" : "no-cache");
        }
        var asked = "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
        if (asked && has(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)) {
            response.setStatus(304);
            response.setEntity(null);
        } else {
            response.setEntity(bytes, null, MediaType.APPLICATION_JSON_TYPE);
        }
    }

    /** In whatever form it is answered: a page or a text that is for few is as private as the JSON of it. */
    private void keepFromCaches(ContainerResponseContext response) {
        var headers = response.getHeaders();
        var answered = response.getStatus() / 100 == 2 || response.getStatus() == 304;
        if (answered && isPrivate() && (privately.isMarked() || !headers.containsKey(HttpHeaders.CACHE_CONTROL))) {
            headers.putSingle(HttpHeaders.CACHE_CONTROL, "private, no-store");
        }
    }

    private boolean isPrivate() {
        return privately.isMarked()
                || (operation.getResourceMethod() != null
                        && operation.getResourceMethod().isAnnotationPresent(RolesAllowed.class));
    }

    /** By weak comparison, as RFC 9110, section 13.1.2, asks for: a tag that a proxy weakened is the same. */
    private static boolean has(@Nullable String ifNoneMatch, String tag) {
        if (ifNoneMatch == null) {
            return false;
        }
        return ifNoneMatch.strip().equals("*")
                || Arrays.stream(ifNoneMatch.split(","))
                        .map(String::strip)
                        .anyMatch(one -> one.equals(tag) || one.equals("W/" + tag));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
