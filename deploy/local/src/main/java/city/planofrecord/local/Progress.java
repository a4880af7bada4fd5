package city.planofrecord.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells the person at the terminal what happens, with times. */
final class Progress {

    private final PrintStream out;
    private final long began = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    synchronized void say(String line) {
        out.println(line);
        out.flush();
    }

    /** Says that something is done, how long it took by itself and since the beginning. */
    void done(String what, long since) {
        say(String.format(Locale.ROOT, "  %-58s %6.1f s", what, seconds(since)));
    }

    String sinceTheBeginning() {
        return String.format(Locale.ROOT, "%.1f s", seconds(began));
    }

    private static double seconds(long since) {
        return Duration.ofNanos(System.nanoTime() - since).toMillis() / 1000.0;
    }
}
