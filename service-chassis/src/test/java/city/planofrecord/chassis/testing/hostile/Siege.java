package city.planofrecord.chassis.testing.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.restassured.RestAssured;

import city.planofrecord.chassis.testing.Answer;
import city.planofrecord.chassis.testing.RawHttp;
import city.planofrecord.chassis.testing.RawHttp.Header;
import city.planofrecord.chassis.testing.RawHttp.Request;
import city.planofrecord.chassis.testing.RealServers;

/** Sends the whole corpus to one operation after the other, and notes what an answer, the database or the heap shows. */
public final class Siege {

    private static final int SMALL = 512 * 1024;
    private static final long GROWTH = 32L << 20;
    private static final int SHOWN = 20;
    private static final long STREAM = 1L << 30;
    private static final long TAKEN_OF_A_STREAM = 64L << 20;

    private final String database;
    private final List<String> lines;
    private final RawHttp http = RawHttp.inEveryRole();
    private final List<String> faults = new ArrayList<>();
    private final Map<String, Integer> statuses = new TreeMap<>();
    private Duration slowestRefusal = Duration.ZERO;
    private Duration slowestReading = Duration.ZERO;
    private String slowest = "";
    private int requests;
    private long kept;

    /**
     * @param database the service's
     * @param lines of a document that the service reads
     */
    public Siege(String database, List<String> lines) {
        this.database = database;
        this.lines = lines;
    }

    /** An operation that takes documents. */
    public record Gate(String method, String target, List<String> types, List<Header> headers) {

        public Gate(String method, String target, String... types) {
            this(method, target, List.of(types), List.of());
        }
    }

    /** @param faults what is wrong, each with what was sent */
    private record Report(
            int requests,
            Duration slowestRefusal,
            Duration slowestReading,
            String slowest,
            Map<String, Integer> statuses,
            List<String> faults) {

        /** The figures, for whoever reads the output of a test. */
        String summary() {
            return "%d documents, the slowest refusal %d ms (%s), the slowest reading %d ms%n%s"
                    .formatted(requests, slowestRefusal.toMillis(), slowest, slowestReading.toMillis(), statuses);
        }
    }

    /**
     * Asks that everything is refused at once or read, that nothing is stored, that the heap is as it was before, and that
     * the service is well.
     *
     * @param types the kinds of hostile documents; each operation gets them as what they are, and as what it takes
     */
    public void withstand(List<String> types, Gate... gates) {
        var before = heap();
        var report = lay(types, gates);
        var grown = heap() - before;
        System.out.printf("%s%nthe heap has grown by %d KB%n", report.summary(), grown / 1024);
        assertThat(report.faults().stream().limit(SHOWN))
                .as("of %d", report.faults().size())
                .isEmpty();
        assertThat(grown).isLessThan(GROWTH);
        RestAssured.get("/q/health/ready").then().statusCode(200);
    }

    /** @param types the kinds of hostile documents; each operation gets them as what they are, and as what it takes */
    private Report lay(List<String> types, Gate... gates) {
        try (var trap = new Trap()) {
            kept = rows();
            var corpus = HostileDocuments.of(types, lines, trap);
            for (var gate : gates) {
                for (var document : corpus) {
                    send(gate, document);
                }
                endless(gate);
            }
            trap.caught().forEach(visitor -> faults.add("CAUGHT " + visitor));
        }
        return new Report(requests, slowestRefusal, slowestReading, slowest, statuses, List.copyOf(faults));
    }

    private void send(Gate gate, HostileDocument document) {
        var bytes = document.content().get();
        expect(gate, document.name(), document.type(), bytes);
        if (bytes.length <= SMALL) {
            for (var type : gate.types()) {
                if (!document.type().startsWith(type)) {
                    expect(gate, document.name() + " (which is " + document.type() + ")", type, bytes);
                }
            }
        }
    }

    private void expect(Gate gate, String name, String type, byte[] bytes) {
        var headers = new ArrayList<>(gate.headers());
        headers.add(new Header("Content-Type", type));
        var request = new Request(gate.method(), gate.target(), headers, bytes);
        var before = kept;
        var answer = http.send(request);
        for (var tries = 1; tries < FuzzedRequests.TRIES && isSlowRefusal(answer); tries++) {
            // Again, since other work on the machine is not ours.
            answer = http.send(request);
        }
        var what = name + " as " + type + " to " + gate.method() + " " + gate.target();
        look(what, answer);
        kept = rows();
        if (answer.status() / 100 == 4 && kept != before && isStored(request)) {
            faults.add("STORED " + what);
        }
    }

    private static boolean isSlowRefusal(Answer answer) {
        return answer.status() >= 400 && answer.took().compareTo(FuzzedRequests.atOnce()) > 0;
    }

    /** Looked at once more, since the service itself writes now and then. */
    private boolean isStored(Request request) {
        var before = rows();
        http.send(request);
        kept = rows();
        return kept != before;
    }

    private void look(String what, Answer answer) {
        requests++;
        statuses.merge(String.valueOf(answer.status()), 1, Integer::sum);
        if (answer.status() / 100 == 2) {
            slowestReading = longer(slowestReading, answer.took());
        } else if (answer.status() / 100 != 4 || !answer.isProblem()) {
            faults.add("FAILED " + answer.status() + " " + what + ": " + shortened(answer.text()));
        } else {
            if (answer.took().compareTo(slowestRefusal) > 0) {
                slowestRefusal = answer.took();
                slowest = what;
            }
            if (answer.took().compareTo(FuzzedRequests.atOnce()) > 0) {
                faults.add("SLOW " + answer.took().toMillis() + " ms " + answer.status() + " " + what + ": "
                        + shortened(answer.text()));
            }
        }
        answer.indiscretion()
                .ifPresent(told -> faults.add("TELLS '" + told + "' " + what + ": " + shortened(answer.text())));
    }

    /** A body of a gigabyte whose length is not said: it is cut off when it is more than the operation takes. */
    private void endless(Gate gate) {
        var piece =
                "a line of words that goes on and on without end ".repeat(1_365).getBytes(StandardCharsets.US_ASCII);
        for (var type : gate.types()) {
            var answer = http.stream(gate.method(), gate.target(), type, gate.headers(), piece, sent -> sent < STREAM);
            for (var tries = 1; tries < FuzzedRequests.TRIES && isSlowRefusal(answer); tries++) {
                answer = http.stream(gate.method(), gate.target(), type, gate.headers(), piece, sent -> sent < STREAM);
            }
            var what = "a gigabyte without its length as " + type + " to " + gate.target();
            look(what, answer);
            if (answer.sent() > TAKEN_OF_A_STREAM) {
                faults.add("TAKEN " + answer.sent() + " bytes of " + what);
            }
        }
    }

    private long rows() {
        try (var connection = RealServers.current().postgres().connectAsSuperuser(database);
                var sql = connection.createStatement();
                var found = sql.executeQuery(
                        "select sum((xpath('/row/c/text()', query_to_xml(format('select count(*) as c from %I.%I', schemaname, tablename),"
                                + " false, true, '')))[1]::text::bigint) from pg_tables where schemaname = 'public'")) {
            found.next();
            return found.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the heap holds once all is collected that nobody needs. */
    private static long heap() {
        System.gc();
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static String shortened(String text) {
        return text.length() > 400 ? text.substring(0, 400) + "…" : text;
    }
}
