package city.planofrecord.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The issuer of the local system, as {@code deploy/up} runs it. */
final class LocalTokenSource implements TokenSource {

    private final int port;
    private final IssuerPart issuer;
    private final Map<Role, String> tokens = new ConcurrentHashMap<>();

    LocalTokenSource(StateFolder state, Ports ports) {
        port = ports.issuer();
        issuer = new IssuerPart(state, port);
    }

    @Override
    public String name() {
        return issuer.name();
    }

    @Override
    public void start(Consumer<StartFailure> failed) throws Exception {
        issuer.start(failed);
    }

    @Override
    public void stop() {
        issuer.stop();
    }

    @Override
    public Provider provider() {
        return Provider.local(port);
    }

    @Override
    public String token(Role role) {
        return tokens.computeIfAbsent(role, one -> {
            try {
                return new Tokens(port).of(one);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        });
    }
}
