package city.planofrecord.chassis.http;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Gives every JSON answer its ETag from the revision and the very bytes, and answers 304 to whom has them already. */
@Provider
public class EntityTags implements ContainerResponseFilter {

    @Inject
    ObjectMapper json;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) throws IOException {
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
        if ("GET".equals(request.getMethod()) && tag.equals(request.getHeaderString(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatus(304);
            response.setEntity(null);
        } else {
            response.setEntity(bytes, null, MediaType.APPLICATION_JSON_TYPE);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
