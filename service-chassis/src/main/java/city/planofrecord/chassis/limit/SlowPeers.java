package city.planofrecord.chassis.limit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Singleton;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;

/**
 * Cuts off who sends a body or takes an answer too slowly. It is looked at on the connection itself: what is slow there
 * is slow because of the peer, not because of us.
 */
@Singleton
class SlowPeers {

    private static final Logger LOG = Logger.getLogger(SlowPeers.class);
    private static final String NAME = "slow-peer";
    private static final long LOOK_MILLIS = 500;

    private final long over;
    private final long least;
    private final long body;

    SlowPeers(LimitConfig config) {
        over = config.pace().over().toNanos();
        least = config.pace().perSecond().asLongValue() * over / TimeUnit.SECONDS.toNanos(1);
        body = config.pace().body().toNanos();
    }

    /** Watches the connection of a request until it is closed, and the body of the request until it has come. */
    void watch(RoutingContext request) {
        watched(request.request()).ifPresent(watched -> watched.receives(request.request()));
    }

    /** Does something when the request has been answered, or its connection is closed before. */
    void whenOver(RoutingContext request, Runnable task) {
        var watched = watched(request.request());
        watched.ifPresent(connection -> connection.open.add(task));
        request.addEndHandler(_ -> {
            watched.ifPresent(connection -> connection.open.remove(task));
            task.run();
        });
    }

    private Optional<Watched> watched(HttpServerRequest request) {
        if (!(request.connection() instanceof ConnectionBase connection)) {
            return Optional.empty();
        }
        var channel = connection.channel();
        if (channel.pipeline().get(NAME) instanceof Watched watched) {
            return Optional.of(watched);
        }
        var watched = new Watched(channel);
        channel.pipeline().addFirst(NAME, watched);
        var looking =
                channel.eventLoop().scheduleAtFixedRate(watched::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        var _ = channel.closeFuture().addListener(_ -> {
            looking.cancel(false);
            watched.open.forEach(Runnable::run);
        });
        return Optional.of(watched);
    }

    /** How far something has moved since it was last found moving well enough. */
    private static final class Movement {

        private long since;
        private long mark;

        Movement(long now, long moved) {
            since = now;
            mark = moved;
        }

        boolean isTooSlow(long now, long moved, long over, long least) {
            if (now - since < over) {
                return false;
            }
            if (moved - mark < least) {
                return true;
            }
            since = now;
            mark = moved;
            return false;
        }
    }

    /** A request whose body has not come to its end. */
    private record Receiving(HttpServerRequest request, long begun, Movement movement) {}

    private final class Watched extends ChannelOutboundHandlerAdapter {

        private final Channel channel;
        private final Set<Runnable> open = ConcurrentHashMap.newKeySet();
        private final List<Receiving> receiving = new ArrayList<>(1);
        private long written;
        private boolean owed;
        private Movement taking = new Movement(0, 0);

        Watched(Channel channel) {
            this.channel = channel;
        }

        void receives(HttpServerRequest request) {
            var now = System.nanoTime();
            receiving.removeIf(other -> other.request().isEnded());
            receiving.add(new Receiving(request, now, new Movement(now, 0)));
        }

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
            if (message instanceof ByteBuf bytes) {
                written += bytes.readableBytes();
            }
            super.write(context, message, promise);
        }

        void look() {
            var now = System.nanoTime();
            receiving.removeIf(request -> request.request().isEnded());
            if (takesTooSlowly(now) || receiving.stream().anyMatch(request -> comesTooSlowly(request, now))) {
                LOG.debugf("Cut off for being slow: %s", channel.remoteAddress());
                var _ = channel.close();
            }
        }

        private boolean comesTooSlowly(Receiving request, long now) {
            return now - request.begun() > body
                    || request.movement().isTooSlow(now, request.request().bytesRead(), over, least);
        }

        private boolean takesTooSlowly(long now) {
            var buffer = channel.unsafe().outboundBuffer();
            var pending = buffer == null ? 0 : buffer.totalPendingWriteBytes();
            if (pending == 0) {
                owed = false;
                return false;
            }
            if (!owed) {
                owed = true;
                taking = new Movement(now, written - pending);
            }
            return taking.isTooSlow(now, written - pending, over, least);
        }
    }
}
