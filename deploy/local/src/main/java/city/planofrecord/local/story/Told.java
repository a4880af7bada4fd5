package city.planofrecord.local.story;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import city.planofrecord.local.client.Answer;

/** What is said to the person at the terminal: each step with what was asked and what came back. */
final class Told {

    private static final int MOST_FINDINGS = 12;
    private static final List<String> GRAVEST_FIRST = List.of("ERROR", "WARNING", "INFO");

    private final PrintStream out;
    private int step;

    Told(PrintStream out) {
        this.out = out;
    }

    void step(String what) {
        step++;
        out.println();
        out.println(step + ". " + what);
    }

    void asked(String request) {
        out.println("   > " + request);
    }

    void answered(Answer answer) {
        out.println("   < " + answer.status());
    }

    void line(String text) {
        out.println("   " + text);
    }

    void lines(List<String> lines) {
        lines.forEach(this::line);
    }

    /** The gravest first. */
    void findings(JsonNode findings) {
        if (findings.isEmpty()) {
            line("No findings.");
            return;
        }
        line(findings.size() == 1 ? "1 finding:" : findings.size() + " findings:");
        StreamSupport.stream(findings.spliterator(), false)
                .sorted(Comparator.comparingInt(finding ->
                        GRAVEST_FIRST.indexOf(finding.path("severity").asText())))
                .limit(MOST_FINDINGS)
                .forEach(finding -> line("  " + finding(finding)));
        if (findings.size() > MOST_FINDINGS) {
            line("  … and " + (findings.size() - MOST_FINDINGS) + " more");
        }
    }

    private static String finding(JsonNode finding) {
        var where = "";
        if (finding.hasNonNull("item")) {
            where = "item " + finding.path("item").asText() + ", ";
        } else if (finding.hasNonNull("lines")) {
            var from = finding.path("lines").path("from").asText();
            var to = finding.path("lines").path("to").asText();
            where = from.equals(to) ? "line " + from + ", " : "lines " + from + " to " + to + ", ";
        }
        var code = finding.path("code").asText(finding.path("rule").asText());
        return finding.path("severity").asText() + " " + where + code + ": "
                + finding.path("message").asText();
    }
}
