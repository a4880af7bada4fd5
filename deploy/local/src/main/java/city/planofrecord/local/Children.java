package city.planofrecord.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/**
 * The processes that we have started, on record, and a guard that stops them when we are gone without having done so
 * (killed, or out of memory). The guard holds the other end of a pipe and acts when that closes.
 */
final class Children implements AutoCloseable {

    private final Path record;
    private final Process guard;

    private Children(Path record, Process guard) {
        this.record = record;
        this.guard = guard;
    }

    static Children guardedBy(Path script, StateFolder state) throws IOException {
        Files.deleteIfExists(state.children());
        Files.createFile(state.children());
        var guard = new ProcessBuilder("sh", script.toString(), state.root().toString(), "--when-stdin-ends")
                .redirectErrorStream(true)
                .redirectOutput(state.log("guard").toFile())
                .start();
        return new Children(state.children(), guard);
    }

    synchronized void add(String name, long pid) throws IOException {
        Files.writeString(record, name + " " + pid + "\n", StandardOpenOption.APPEND);
    }

    /** To be called when every child has been stopped. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(record);
        guard.getOutputStream().close();
        try {
            guard.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
