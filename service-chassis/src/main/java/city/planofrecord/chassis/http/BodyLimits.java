package city.planofrecord.chassis.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Refuses bodies that are larger than their operation takes, by their announced length and by counting. */
@Provider
public class BodyLimits implements ContainerRequestFilter {

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        var method = resource.getResourceMethod();
        if (method == null || !request.hasEntity()) {
            return;
        }
        var stated = method.getAnnotation(BodyLimit.class);
        var limit = stated == null ? BodyLimit.ORDINARY : stated.value();
        var length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > limit) {
            throw tooLarge(limit);
        }
        request.setEntityStream(new Counted(request.getEntityStream(), limit));
    }

    private static Refused tooLarge(int limit) {
        return new Refused(
                ProblemKind.TOO_LARGE,
                "The body is larger than the " + limit / 1024 + " KB that this operation takes. Send less at once.");
    }

    private static final class Counted extends FilterInputStream {

        private final int limit;
        private long count;

        Counted(InputStream in, int limit) {
            super(in);
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            var next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var read = super.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int more) {
            count += more;
            if (count > limit) {
                throw new BadRequestException(tooLarge(limit));
            }
        }
    }
}
