package city.planofrecord.chassis.limit;

import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;

import city.planofrecord.chassis.access.Roles;
import city.planofrecord.chassis.http.BodyLimit;

/** Operations of every kind that is limited. An import goes on until the test lets it. */
@PermitAll
@Singleton
@Path("/rooms")
public class Rooms {

    static final int LONG = 38 * 1024 * 1024;

    private final AtomicInteger inside = new AtomicInteger();
    private final Semaphore ends = new Semaphore(0);

    @GET
    public String read() {
        return "read";
    }

    @GET
    @Path("mine")
    @RolesAllowed(Roles.ANALYST)
    public String mine() {
        return "mine";
    }

    @POST
    @PublicWrite
    public String write(JsonNode body) {
        return "written";
    }

    @POST
    @Path("ordinary")
    public String ordinary(byte[] body) {
        return String.valueOf(body.length);
    }

    @POST
    @Path("ordinary-json")
    public String ordinary(JsonNode body) {
        return body.getNodeType().name();
    }

    @POST
    @Path("imports")
    @BodyLimit(BodyLimit.IMPORT)
    @Consumes({"text/plain", "application/json"})
    public String take(byte[] body, @QueryParam("fail") boolean fail) throws InterruptedException {
        inside.incrementAndGet();
        try {
            if (!ends.tryAcquire(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("No test let the import end");
            }
            if (fail) {
                throw new IllegalStateException("This import was to fail");
            }
            return String.valueOf(body.length);
        } finally {
            inside.decrementAndGet();
        }
    }

    @POST
    @Path("drafts")
    @BodyLimit(BodyLimit.IMPORT)
    public String draft(JsonNode body) {
        return "drafted";
    }

    @GET
    @Path("long")
    @RunOnVirtualThread
    @Together(Together.Kind.DOWNLOAD)
    public InputStream all() {
        return new InputStream() {
            private int left = LONG;

            @Override
            public int read() {
                return left-- > 0 ? 'a' : -1;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                if (left <= 0) {
                    return -1;
                }
                var read = Math.min(left, length);
                java.util.Arrays.fill(buffer, offset, offset + read, (byte) 'a');
                left -= read;
                return read;
            }
        };
    }

    @GET
    @Path("broken")
    public InputStream broken() {
        return new SequenceInputStream(all(), new InputStream() {
            @Override
            public int read() {
                throw new IllegalStateException("This download was to fail");
            }
        });
    }

    @GET
    @Path("wide")
    public byte[] wide() {
        return new byte[LONG];
    }

    /** How many imports are being worked on. */
    int inside() {
        return inside.get();
    }

    /** Lets so many imports end. */
    void end(int imports) {
        ends.release(imports);
    }
}
