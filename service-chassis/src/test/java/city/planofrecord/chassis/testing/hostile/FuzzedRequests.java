package city.planofrecord.chassis.testing.hostile;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32;

import com.fasterxml.jackson.core.JsonPointer;

import city.planofrecord.chassis.testing.Answer;
import city.planofrecord.chassis.testing.RawHttp;
import city.planofrecord.chassis.testing.RawHttp.Header;
import city.planofrecord.chassis.testing.RawHttp.Request;
import city.planofrecord.chassis.testing.hostile.Operations.Operation;

/**
 * Requests to every operation of an OpenAPI document, each with something hostile in one place, and what is wrong with
 * the answers. Which value comes where depends on the names alone, so that every run sends the same.
 */
public final class FuzzedRequests {

    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final int MOST_LENIENT = 4;

    /** Of so many the quickest counts: what is slow of itself is slow each time. */
    static final int TRIES = 4;

    private static final int VALUES_AT_A_PLACE = 9;
    private static final List<String> ALWAYS = List.of("null", "\"\\u0000\"", "\"a\\udc00\\ud800b\"");
    private static final List<String> NO_TYPES = List.of(
            "", "x", "/", "text/html", "application/xml", "multipart/form-data", "*/*", "a/b;" + "c".repeat(3000));
    private static final Set<Integer> OF_THE_SERVER = Set.of(0, 400, 404, 413, 414, 431, 501);

    private final RawHttp http = RawHttp.inEveryRole();
    private final Operations operations;
    private final KnownThings known;
    private final List<String> faults = new ArrayList<>();
    private final Set<String> good = new TreeSet<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private Duration slowest = Duration.ZERO;
    private String slowestRequest = "";
    private int requests;

    /** By when anything is refused: a second, or as many as there are others for each processor of this machine now. */
    static Duration atOnce() {
        var machine = ManagementFactory.getOperatingSystemMXBean();
        var others = (long) Math.ceil(machine.getSystemLoadAverage() / machine.getAvailableProcessors());
        return AT_ONCE.multipliedBy(Math.clamp(others, 1, MOST_LENIENT));
    }

    /** @param openApi the document that the running service gives, as JSON */
    public FuzzedRequests(String openApi, KnownThings known) {
        this.operations = new Operations(openApi);
        this.known = known;
    }

    /**
     * @param faults what is wrong, each with its request
     * @param good the operations of which a request with nothing hostile in it was taken
     */
    public record Report(
            int requests,
            Duration slowest,
            String slowestRequest,
            Map<Integer, Integer> statuses,
            Set<String> good,
            List<String> faults) {

        /** The figures, for whoever reads the output of a test. */
        public String summary() {
            return "%d requests, the slowest %d ms: %s%n%s%ntaken as they are: %s"
                    .formatted(requests, slowest.toMillis(), slowestRequest, statuses, good);
        }
    }

    public Report targets() {
        for (var operation : operations.all()) {
            everyPathParameter(operation);
            everyQueryParameter(operation);
            unknownParameters(operation);
        }
        return report();
    }

    public Report headers() {
        for (var operation : operations.all()) {
            for (var name : List.of("If-Match", "Idempotency-Key", "Accept", "If-None-Match", "traceparent")) {
                for (var value : some(HostileValues.IN_HEADERS, 5, operation + name)) {
                    expect(goodRequest(operation, new Header(name, value)), operation, true);
                }
            }
            if (!operation.bodies().isEmpty()) {
                for (var type : List.of(
                        "",
                        "x",
                        "text/html",
                        "application/xml",
                        "multipart/form-data",
                        "*/*",
                        "a/b;" + "c".repeat(3000))) {
                    expect(replaced(goodRequest(operation), "Content-Type", type), operation, true);
                }
            }
        }
        return report();
    }

    public Report bodies() {
        for (var operation : operations.all()) {
            if (operation.takesJson()) {
                var bodies = new Bodies(operations, operation, known);
                everyPlace(operation, bodies);
                whatIsNoBody(operation, bodies);
                whatIsNotForCallers(operation, bodies);
            }
        }
        return report();
    }

    private Report report() {
        return new Report(requests, slowest, slowestRequest, statuses, good, List.copyOf(faults));
    }

    private void everyPathParameter(Operation operation) {
        for (var name : operation.inPath()) {
            for (var value : some(HostileValues.IN_TARGETS, 14, operation + name)) {
                expect(requestTo(operation, path(operation, name, value)), operation, false);
            }
            expect(requestTo(operation, path(operation, name, "%00")), operation, false);
            for (var value : some(HostileValues.NO_TARGETS, 2, operation + name)) {
                expect(requestTo(operation, path(operation, name, value)), operation, true);
            }
        }
    }

    private void everyQueryParameter(Operation operation) {
        for (var name : operation.inQuery()) {
            for (var value : some(HostileValues.IN_TARGETS, 22, operation + name)) {
                expect(requestTo(operation, query(operation, name, "=" + value)), operation, false);
            }
            expect(requestTo(operation, query(operation, name, "=a%00")), operation, false);
            expect(requestTo(operation, query(operation, name, "")), operation, false);
            expect(requestTo(operation, query(operation, name, "=1&" + name + "=2")), operation, false);
            for (var value : some(HostileValues.NO_TARGETS, 2, operation + name)) {
                expect(requestTo(operation, query(operation, name, "=" + value)), operation, true);
            }
        }
    }

    private String query(Operation operation, String name, String rest) {
        var needed = known.queryBut(operation.toString(), name);
        return path(operation) + "?" + (needed.isEmpty() ? "" : needed + "&") + name + rest;
    }

    private void unknownParameters(Operation operation) {
        for (var query :
                List.of("?x=1", "?%00=1", "?=", "?&&&", "?" + "a=1&".repeat(400), "?%0d%0aX-Injected:%20yes=1")) {
            expect(requestTo(operation, path(operation) + query), operation, false);
        }
    }

    private void everyPlace(Operation operation, Bodies bodies) {
        var first = send(jsonTo(operation, bodies.good().toString()));
        if (first.status() / 100 == 2) {
            good.add(operation.toString());
        }
        for (var place : bodies.places()) {
            for (var value : some(HostileValues.IN_JSON, VALUES_AT_A_PLACE, operation + place.toString())) {
                expect(jsonTo(operation, bodies.with(place, value)), operation, false);
            }
            for (var value : ALWAYS) {
                expect(jsonTo(operation, bodies.with(place, value)), operation, false);
            }
        }
    }

    private void whatIsNoBody(Operation operation, Bodies bodies) {
        var body = bodies.good().toString();
        for (var hostile : List.of(
                "",
                " ",
                "null",
                "[]",
                "\"x\"",
                "1",
                "NaN",
                "{",
                "{}",
                body.substring(0, body.length() / 2),
                body + body,
                body + "x",
                body.replaceFirst("\\{", "{\"a\":1,\"a\":2,"),
                "{\"" + "k".repeat(60_000) + "\":1}",
                "{\"a\":" + "9".repeat(100_000) + "}",
                "[".repeat(10_000),
                "{\"a\":".repeat(10_000),
                "[".repeat(10_000) + "]".repeat(10_000),
                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>")) {
            refused(jsonTo(operation, hostile), operation);
        }
        bodies.twice().forEach(twice -> refusedAsTwice(jsonTo(operation, twice), operation));
        expect(jsonTo(operation, "\uFEFF" + body), operation, false);
        for (var charset : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1)) {
            expect(
                    requestWith(
                            operation,
                            "application/json; charset=" + charset.name(),
                            body.replace("e", "é").getBytes(charset)),
                    operation,
                    false);
        }
        for (var bytes : List.of(
                new byte[] {(byte) 0xC0, (byte) 0x80},
                new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'},
                new byte[] {'{', '"', (byte) 0xFF, '"', ':', '1', '}'},
                new byte[] {0, 0, 0, 0})) {
            refused(requestWith(operation, "application/json", bytes), operation);
        }
        expect(withHeader(jsonTo(operation, body), new Header("Content-Encoding", "gzip")), operation, true);
    }

    private void whatIsNotForCallers(Operation operation, Bodies bodies) {
        for (var object : bodies.closedObjects()) {
            for (var field : HostileValues.NOT_FOR_CALLERS) {
                var place = object.append(JsonPointer.compile("/" + field));
                if (bodies.names(object, field)) {
                    continue;
                }
                var request = jsonTo(operation, bodies.with(place, "\"APPROVED\""));
                var answer = expect(request, operation, false);
                if (known.isSentBack(operation.toString(), place.toString())) {
                    if (answer.text().contains("APPROVED")) {
                        faults.add("TAKEN " + place + " of " + request + ": " + answer.text());
                    }
                } else if (answer.status() != 400 || !answer.text().contains(field)) {
                    faults.add("TAKEN " + answer.status() + " " + place + " of " + request + ": " + answer.text());
                }
            }
        }
    }

    private Request goodRequest(Operation operation, Header... more) {
        var request = operation.takesJson()
                ? jsonTo(
                        operation,
                        new Bodies(operations, operation, known).good().toString())
                : requestTo(operation, path(operation));
        for (var header : more) {
            request = replaced(request, header.name(), header.value());
        }
        return request;
    }

    private Request jsonTo(Operation operation, String body) {
        return requestWith(operation, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    private Request requestTo(Operation operation, String target) {
        if (operation.takesJson()) {
            var body = new Bodies(operations, operation, known).good().toString();
            return request(operation, target, "application/json", body.getBytes(StandardCharsets.UTF_8));
        }
        var document = known.documentOf(operation.toString());
        if (document.isPresent()) {
            return request(
                    operation,
                    target,
                    document.get().type(),
                    document.get().text().getBytes(StandardCharsets.UTF_8));
        }
        return operation.bodies().isEmpty()
                ? request(operation, target, "", new byte[0])
                : request(
                        operation,
                        target,
                        operation.bodies().keySet().iterator().next(),
                        "Nothing of the kind".getBytes(StandardCharsets.UTF_8));
    }

    private Request requestWith(Operation operation, String type, byte[] body) {
        return request(operation, path(operation), type, body);
    }

    private static Request request(Operation operation, String target, String type, byte[] body) {
        var headers = new ArrayList<Header>();
        if (!type.isEmpty()) {
            headers.add(new Header("Content-Type", type));
        }
        if (operation.inHeaders().contains("If-Match")) {
            headers.add(new Header("If-Match", "*"));
        }
        return new Request(operation.method(), target, headers, body);
    }

    private static Request withHeader(Request request, Header header) {
        var headers = new ArrayList<>(request.headers());
        headers.add(header);
        return new Request(request.method(), request.target(), headers, request.body());
    }

    private static Request replaced(Request request, String name, String value) {
        var headers = new ArrayList<>(request.headers());
        headers.removeIf(header -> header.name().equalsIgnoreCase(name));
        headers.add(new Header(name, value));
        return new Request(request.method(), request.target(), headers, request.body());
    }

    private String path(Operation operation) {
        return path(operation, "", "");
    }

    private String path(Operation operation, String hostileName, String hostileValue) {
        var path = operation.path();
        for (var name : operation.inPath()) {
            var value = name.equals(hostileName)
                    ? hostileValue
                    : known.valueOf(operation.toString(), name).orElse("x");
            path = path.replace("{" + name + "}", value);
        }
        return path;
    }

    /** The same few of many for the same place, and others for another, so that all come somewhere. */
    private static <T> List<T> some(List<T> all, int count, String place) {
        var sum = new CRC32();
        sum.update(place.getBytes(StandardCharsets.UTF_8));
        var some = new ArrayList<T>();
        for (var i = 0; i < Math.min(count, all.size()); i++) {
            some.add(all.get((int) ((sum.getValue() + (long) i * all.size() / count) % all.size())));
        }
        return some;
    }

    private void refused(Request request, Operation operation) {
        var answer = expect(request, operation, false);
        if (answer.status() / 100 != 4) {
            faults.add("TAKEN " + answer.status() + " " + request);
        }
    }

    private void refusedAsTwice(Request request, Operation operation) {
        var answer = expect(request, operation, false);
        if (answer.status() != 400 || !answer.text().contains("stands twice")) {
            faults.add("TAKEN " + answer.status() + " " + request + ": " + answer.text());
        }
    }

    /** @param ofTheServer whether the server in front may refuse it with a status alone */
    private Answer expect(Request request, Operation operation, boolean ofTheServer) {
        var answer = send(request);
        for (var tries = 1; tries < TRIES && answer.took().compareTo(atOnce()) > 0; tries++) {
            // Again, since other work on the machine is not ours.
            answer = send(request);
        }
        if (answer.took().compareTo(slowest) > 0) {
            slowest = answer.took();
            slowestRequest = request.toString();
        }
        if (answer.took().compareTo(atOnce()) > 0) {
            faults.add("SLOW " + answer.took().toMillis() + " ms: " + request);
        }
        if (answer.status() >= 500 && !operation.answers().contains(answer.status())) {
            faults.add("FAILED " + answer.status() + " " + request + ": " + answer.text());
        } else if (answer.status() == 0 && !ofTheServer) {
            faults.add("CUT " + request);
        } else if (answer.status() >= 400
                && !answer.isProblem()
                && !(ofTheServer && OF_THE_SERVER.contains(answer.status()))) {
            faults.add("NO PROBLEM " + answer.status() + " " + request + ": " + answer.text());
        }
        var told = answer.indiscretion();
        if (told.isPresent()) {
            faults.add("TELLS '" + told.get() + "' " + request + ": " + answer.text());
        }
        if (answer.bears(HostileValues.INJECTED)) {
            faults.add("INJECTED " + request);
        }
        return answer;
    }

    private Answer send(Request request) {
        requests++;
        var answer = http.send(request);
        statuses.merge(answer.status(), 1, Integer::sum);
        return answer;
    }
}
