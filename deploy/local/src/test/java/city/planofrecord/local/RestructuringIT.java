package city.planofrecord.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import city.planofrecord.local.city.CityPlan;
import city.planofrecord.local.city.Restructuring;
import city.planofrecord.local.city.RestructuringTable;
import city.planofrecord.local.client.Answer;
import city.planofrecord.local.client.ServiceClient;
import city.planofrecord.local.story.City;

/** A city replaces its twenty schedules by three, on one day by one ordinance; the tests tell it in its order. */
@TestMethodOrder(OrderAnnotation.class)
class RestructuringIT {

    private static final String NUMBER = "R-2027";
    private static final Duration CHECKED = Duration.ofSeconds(10);
    private static final Duration PROMISED = Duration.ofSeconds(30);
    private static final Duration A_MINUTE = Duration.ofSeconds(60);
    private static final List<String> TOPICS =
            List.of("planofrecord.job-classes", "planofrecord.pay-grades", "planofrecord.grade-assignments");

    /** A day of the city's clock, so that the plan, which is made for a day, is the same on every day. */
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    private static final LocalDate DAY = TODAY.with(TemporalAdjusters.next(DayOfWeek.SUNDAY));
    private static final CityPlan PLAN = CityPlan.of(CityPlan.SEED, TODAY);
    private static final Restructuring RESTRUCTURING = Restructuring.of(PLAN, DAY);
    private static final Map<String, Map<TopicPartition, Long>> BEFORE = new HashMap<>();

    private static WholeSystem system;
    private static String batch = "";

    @BeforeAll
    static void begin() {
        system = WholeSystem.ofACity("restructuring", TODAY);
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> lag() == 0);
        TOPICS.forEach(topic -> BEFORE.put(topic, Events.end(kafka(), topic)));
    }

    @AfterAll
    static void stop() {
        system.stop();
    }

    private static String kafka() {
        return system.city().kafka();
    }

    /** Classes whose grade classification-service has not heard of, as far as the last of them tells. */
    private static int lag() {
        var last = PLAN.classes().stream().filter(one -> one.isInEffect()).toList();
        return (int) IntStream.of(0, last.size() / 2, last.size() - 1)
                .mapToObj(i -> last.get(i).last().jobCode())
                .filter(code ->
                        !classification().get("/job-classes/" + code).body().has("grade"))
                .count();
    }

    private static City city() {
        return system.city();
    }

    private static CityHall cityHall() {
        return new CityHall(city());
    }

    private static ServiceClient analyst() {
        return city().notices().analyst();
    }

    private static ServiceClient classification() {
        return system.city().classification();
    }

    private static ServiceClient paygrade() {
        return system.city().paygrade();
    }

    private static long total(String path, LocalDate day) {
        return CityHall.assertGood(paygrade().get(path + "?limit=1&asOf=" + day))
                .body()
                .path("total")
                .asLong();
    }

    @Test
    @Order(1)
    void twoThousandItemsAreImportedCheckedPostedPreviewedDecidedAndInBothRegistersWithinAMinute() {
        var table = RestructuringTable.of(RESTRUCTURING);
        var times = new LinkedHashMap<String, Duration>();
        var begun = System.nanoTime();
        timed(
                "imported",
                times,
                () -> analyst()
                        .post(
                                "/notice-imports?" + terms(),
                                "text/csv",
                                table.csv().getBytes(StandardCharsets.UTF_8)));
        var check = timed("checked", times, () -> analyst().get("/notices/" + NUMBER + "/check"));
        assertThat(check.body().path("findings"))
                .filteredOn(finding -> finding.path("severity").asText().equals("ERROR"))
                .isEmpty();
        timed("posted", times, () -> city().notices().director().post("/notices/" + NUMBER + "/posting", posting()));
        var preview = timed("previewed", times, () -> analyst().get("/notices/" + NUMBER + "/preview"));
        assertThat(preview.body().path("classes"))
                .hasSize(CityPlan.CLASSES + RESTRUCTURING.begun().size());
        assertThat(preview.body().path("conflicts")).isEmpty();
        var decided = System.nanoTime();
        timed("decided", times, () -> city().notices().clerk().post("/notices/" + NUMBER + "/decision", decision()));
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    assertThat(cityHall().refusals(NUMBER)).isEmpty();
                    return Set.of("APPLIED").containsAll(cityHall().states(NUMBER));
                });
        var applied = Duration.ofNanos(System.nanoTime() - decided);
        var whole = Duration.ofNanos(System.nanoTime() - begun);

        System.out.printf(
                "A restructuring of %d items, in ms: %s; from the decision to the last item applied %d, all %d%n",
                table.rows(), millis(times), applied.toMillis(), whole.toMillis());
        assertThat(times.get("checked")).isLessThan(CHECKED);
        assertThat(applied).isLessThan(PROMISED);
        assertThat(whole).isLessThan(A_MINUTE);
    }

    private static Answer timed(String what, Map<String, Duration> times, Supplier<Answer> call) {
        var begun = System.nanoTime();
        var answer = CityHall.assertGood(call.get());
        times.put(what, Duration.ofNanos(System.nanoTime() - begun));
        return answer;
    }

    private static Map<String, Long> millis(Map<String, Duration> times) {
        var millis = new LinkedHashMap<String, Long>();
        times.forEach((what, time) -> millis.put(what, time.toMillis()));
        return millis;
    }

    private static String terms() {
        return "number=" + NUMBER + "&date=" + TODAY.minusDays(20) + "&subject=Twenty%20schedules%20become%20three"
                + "&hearingPlace=Board%20Room&hearingAt=" + at(1, 17) + "&commentsUntil=" + at(2, 8)
                + "&speakersUntil=" + at(3, 12);
    }

    private static String at(int daysAgo, int hour) {
        return TODAY.minusDays(daysAgo)
                .atTime(hour, 0)
                .atZone(WholeSystem.ZONE)
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    private static ObjectNode posting() {
        var posting = JsonNodeFactory.instance.objectNode().put("at", at(20, 9));
        posting.putArray("places").add("Bulletin board");
        return posting;
    }

    private static ObjectNode decision() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("decidedOn", TODAY.toString())
                .put("body", "Career Service Board")
                .put("outcome", "APPROVED");
    }

    @Test
    @Order(2)
    void eachChangeIsAnEventMarkedAsOneOfTheBatch() {
        batch = Events.of(kafka(), "planofrecord.notices").stream()
                .filter(event -> event.type().endsWith("notice.decided.v1"))
                .map(event -> event.data().path("batch").asText())
                .findFirst()
                .orElseThrow();
        var recoded = RESTRUCTURING.moved().stream()
                .filter(Restructuring.Moved::isRecoded)
                .count();
        var ended = RESTRUCTURING.abolished().size();
        var begun = RESTRUCTURING.begun().size();
        var oldGrades =
                PLAN.schedules().stream().mapToInt(one -> one.grades().size()).sum();
        var newGrades = RESTRUCTURING.established().stream()
                .mapToInt(one -> one.grades().size())
                .sum();
        await().atMost(A_MINUTE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            assertComplete((int) recoded + ended + begun, List.of(TOPICS.get(0)));
            assertComplete(
                    20 + 3 + oldGrades + newGrades + RESTRUCTURING.moved().size() + ended + begun,
                    List.of(TOPICS.get(1), TOPICS.get(2)));
        });
    }

    private static void assertComplete(int size, List<String> topics) {
        var events = new ArrayList<Events.Event>();
        topics.forEach(topic -> events.addAll(Events.after(kafka(), topic, BEFORE.get(topic))));
        assertThat(events).hasSize(size);
        assertThat(events).allSatisfy(event -> {
            assertThat(event.type()).endsWith("changed.v1");
            assertThat(event.batch()).isEqualTo(batch);
            assertThat(event.size()).isEqualTo(size);
        });
        assertThat(events.stream().map(Events.Event::index).sorted().toList())
                .isEqualTo(IntStream.range(0, size).boxed().toList());
    }

    @Test
    @Order(3)
    void nothingIsHalfDone() {
        assertThat(total("/pay-schedules", DAY.minusDays(1))).isEqualTo(20);
        assertThat(total("/pay-schedules", DAY)).isEqualTo(3);
        assertThat(total("/pay-grades", DAY.minusDays(1)))
                .isEqualTo(PLAN.schedules().stream()
                        .mapToInt(one -> one.grades().size())
                        .sum());
        assertThat(total("/pay-grades", DAY))
                .isEqualTo(RESTRUCTURING.established().stream()
                        .mapToInt(one -> one.grades().size())
                        .sum());
        assertThat(total("/grade-assignments", DAY.minusDays(1))).isEqualTo(CityPlan.CLASSES);
        assertThat(total("/grade-assignments", DAY))
                .isEqualTo(RESTRUCTURING.moved().size() + RESTRUCTURING.begun().size());
    }

    @Test
    @Order(4)
    void everyClassIsPaidByTheOldPlanTheDayBeforeAndByTheNewOneOnTheDay() {
        RESTRUCTURING.moved().parallelStream().forEach(moved -> {
            // A code means whom it will mean then once paygrade-service has heard so.
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> paygrade()
                            .get("/class-pay/" + moved.jobCode() + "?asOf=" + DAY)
                            .body()
                            .path("title")
                            .asText()
                            .equals(moved.jobClass().last().title()));
            var named = moved.jobClass().last();
            var before = pay(named.jobCode(), DAY.minusDays(1));
            assertThat(before.path("jobCode").asText()).isEqualTo(named.jobCode());
            assertThat(before.path("title").asText()).isEqualTo(named.title());
            assertThat(before.path("grade").asText()).isEqualTo(moved.jobClass().lastGrade());
            assertThat(before.path("effectiveUntil").asText()).isEqualTo(DAY.toString());
            var after = pay(moved.jobCode(), DAY);
            assertThat(after.path("classId")).isEqualTo(before.path("classId"));
            assertThat(after.path("jobCode").asText()).isEqualTo(moved.jobCode());
            assertThat(after.path("grade").asText()).isEqualTo(moved.grade().name());
            assertThat(after.path("range").path("minimum").asText())
                    .isEqualTo(moved.grade().ranges().getLast().minimum().toPlainString());
            assertThat(after.path("effectiveFrom").asText()).isEqualTo(DAY.toString());
        });
        RESTRUCTURING.begun().forEach(begun -> {
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> paygrade()
                            .get("/class-pay/" + begun.jobCode() + "?asOf=" + DAY)
                            .body()
                            .path("title")
                            .asText()
                            .equals(begun.title()));
            var after = pay(begun.jobCode(), DAY);
            assertThat(after.path("grade").asText()).isEqualTo(begun.grade().name());
        });
        RESTRUCTURING.abolished().forEach(jobClass -> {
            var before = pay(jobClass.last().jobCode(), DAY.minusDays(1));
            assertThat(before.path("title").asText()).isEqualTo(jobClass.last().title());
            assertThat(before.path("grade").asText()).isEqualTo(jobClass.lastGrade());
        });
    }

    private static JsonNode pay(String jobCode, LocalDate day) {
        return CityHall.assertGood(paygrade().get("/class-pay/" + jobCode + "?asOf=" + day))
                .body();
    }

    @Test
    @Order(5)
    void whenTheDayComesEverythingThatTakesEffectIsToldWithinAMinuteOnce() {
        var places = new HashMap<String, Map<TopicPartition, Long>>();
        TOPICS.forEach(topic -> places.put(topic, Events.end(kafka(), topic)));
        var expected = RESTRUCTURING.moved().stream()
                        .filter(Restructuring.Moved::isRecoded)
                        .count()
                + RESTRUCTURING.moved().size()
                + 2L * RESTRUCTURING.abolished().size()
                + 2L * RESTRUCTURING.begun().size()
                + PLAN.schedules().stream().mapToInt(one -> one.grades().size()).sum()
                + RESTRUCTURING.established().stream()
                        .mapToInt(one -> one.grades().size())
                        .sum();

        var midnight = System.nanoTime();
        system.clock(DAY + "T00:00:00");
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> effective(places).size() >= expected);
        var took = Duration.ofNanos(System.nanoTime() - midnight);

        System.out.printf("The day turned for %d things in %d ms%n", expected, took.toMillis());
        var told = effective(places);
        assertThat(told).hasSize((int) expected);
        assertThat(new HashSet<>(told)).hasSameSizeAs(told);
        assertThat(took).isLessThan(A_MINUTE);
    }

    private static List<String> effective(Map<String, Map<TopicPartition, Long>> places) {
        return places.entrySet().stream()
                .flatMap(place -> Events.after(kafka(), place.getKey(), place.getValue()).stream()
                        .filter(event -> event.type().endsWith("effective.v1"))
                        .map(event -> place.getKey() + " " + event.key()))
                .toList();
    }
}
