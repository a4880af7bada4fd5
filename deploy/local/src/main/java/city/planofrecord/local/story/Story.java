package city.planofrecord.local.story;

import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;

import com.fasterxml.jackson.databind.JsonNode;

import city.planofrecord.local.story.PayrollConsumer.Received;

/**
 * A notice from its document to payroll, and where there is one, the specification that followed it years later. What has
 * been done by an earlier play is told and left alone.
 */
public final class Story {

    private static final Duration PAYROLL_PATIENCE = Duration.ofSeconds(30);
    private static final Duration UNTIL_HEARD = Duration.ofSeconds(20);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final City city;
    private final CityTime time;
    private final Told told;

    public Story(City city, CityTime time, PrintStream out) {
        this.city = city;
        this.time = time;
        this.told = new Told(out);
    }

    /**
     * Plays it to its end.
     *
     * @throws StoryFailure where the system refuses a step, or the plan is not at the end what was approved
     * @throws city.planofrecord.local.client.UnreachableException where it does not run
     */
    public void play(PaperDocument notice, Optional<PaperDocument> specification) {
        var chapter = new NoticeChapter(city, time, told);
        var imported = chapter.imported(notice);
        try (var payroll =
                new PayrollConsumer(city.kafka(), imported.path("number").asText())) {
            if (imported.path("status").asText().equals("DRAFT")) {
                imported = chapter.settled(imported);
                chapter.check(imported);
            }
            var applied = chapter.applied(chapter.decided(chapter.posted(imported)));
            tell(payroll.awaitAll(PAYROLL_PATIENCE));
            end(applied);
        }
        specification.ifPresent(new SpecificationChapter(city, told)::play);
    }

    private void tell(List<Received> events) {
        told.step("What payroll has received, by topic");
        var byTopic = new TreeMap<String, TreeMap<String, Integer>>();
        for (var event : events) {
            byTopic.computeIfAbsent(event.topic(), _ -> new TreeMap<>()).merge(event.type(), 1, Integer::sum);
        }
        byTopic.forEach((topic, types) -> {
            told.line(topic);
            types.forEach((type, count) -> told.line("  " + count + " × " + type));
        });
        told.line("Each change, with its dates and its authority:");
        events.stream().filter(Received::isChange).map(Story::line).sorted().forEach(told::line);
    }

    private static String line(Received event) {
        var act = event.data().path("act").path("kind").asText().toLowerCase(Locale.ROOT);
        var periods = event.data().path("periods");
        var from =
                periods.isEmpty() ? "" : " from " + periods.get(0).path("from").asText();
        var fields = new TreeSet<String>();
        event.data().path("set").fieldNames().forEachRemaining(fields::add);
        return "  item %2d  %-18s %-8s %s%s%s"
                .formatted(
                        event.item(),
                        event.topic().replaceFirst("^planofrecord\\.", ""),
                        event.subject(),
                        act,
                        from,
                        fields.isEmpty() ? "" : ": " + String.join(", ", fields));
    }

    private void end(JsonNode notice) {
        var effective =
                LocalDate.parse(notice.path("effectiveDate").path("date").asText());
        told.step("Each class before and after (GET /job-classes/{code} and /class-pay/{code}, asOf "
                + effective.minusDays(1) + " and " + effective + ")");
        var deadline = System.nanoTime() + UNTIL_HEARD.toNanos();
        var plan = BeforeAndAfter.of(city, notice, effective);
        // Each register shows the other's facts as soon as it has heard of them.
        while (!plan.differences(city).isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            plan = BeforeAndAfter.of(city, notice, effective);
        }
        told.lines(plan.table());
        var differences = plan.differences(city);
        if (!differences.isEmpty()) {
            throw new StoryFailure("The plan is not what was approved:\n  " + String.join("\n  ", differences));
        }
        told.line("So it was approved, item by item.");
    }
}
