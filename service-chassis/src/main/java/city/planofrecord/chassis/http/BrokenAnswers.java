package city.planofrecord.chassis.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/**
 * Cuts off an answer that fails while it is sent: the framework ends it whatever happens, and a download of which the rest could not
 * be read would look whole.
 */
@Provider
public class BrokenAnswers implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof InputStream sent) {
            var answer =
                    CurrentRequestManager.get().unwrap(RoutingContext.class).response();
            response.setEntity(new Sent(sent, answer), response.getEntityAnnotations(), response.getMediaType());
        }
    }

    private static final class Sent extends FilterInputStream {

        private final HttpServerResponse answer;

        Sent(InputStream sent, HttpServerResponse answer) {
            super(sent);
            this.answer = answer;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                return super.read(buffer, offset, length);
            } catch (IOException | RuntimeException e) {
                answer.reset();
                throw e;
            }
        }
    }
}
