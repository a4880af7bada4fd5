package city.planofrecord.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import city.planofrecord.local.client.Answer;
import city.planofrecord.local.story.City;

/** The plan around Notice 1341 as approved on 2011-04-07, asked of both registers through HTTP. */
record Plan1341(City city) {

    static final String BEFORE = "2011-04-09";
    static final String AFTER = "2011-04-10";

    /** What a class is on the day before and on the day; a range of "" is none, a null is not in effect. */
    record Expected(Term before, Term after) {}

    /** What a class is called, graded and paid. */
    record Term(String jobCode, String title, String grade, String range) {}

    static final List<Expected> REVISED = List.of(
            new Expected(
                    new Term("CS2154", "3-1-1 Customer Service Agent", "612-S", "30729.00 44855.00"),
                    new Term("CS2154", "311 Customer Service Agent", "612-S", "30729.00 44855.00")),
            new Expected(
                    new Term("CS2374", "3-1-1 Customer Service Specialist", "613-S", "32130.00 46904.00"),
                    new Term("CS2374", "311 Customer Service Specialist", "613-S", "32130.00 46904.00")),
            new Expected(
                    new Term("CS2155", "3-1-1 Lead Customer Service Agent", "614-S", "33597.00 49038.00"),
                    new Term("CS2155", "Lead Customer Service Agent", "615-S", "35124.00 51268.00")),
            new Expected(
                    new Term("CC2158", "3-1-1 Operations Support Assistant", "612-C", "31573.00 46117.00"),
                    new Term("CA2434", "311 Operations Assistant", "613-A", "35912.00 52419.00")),
            new Expected(
                    new Term("CA2157", "3-1-1 Operations Support Trainer/Analyst", "806-A", "42917.00 68454.00"),
                    new Term("CA2157", "311 Analyst/Trainer", "809-A", "52419.00 83640.00")));

    static final List<Term> ESTABLISHED = List.of(
            new Term("CS2435", "DHS Customer Service Agent", "613-S", "32130.00 46904.00"),
            new Term("CA2433", "Contact Center Operations Manager", "809-A", "52419.00 83640.00"),
            new Term("CA2436", "Contact Center Director", "813-A", "68454.00 109238.00"));

    static final Term ABOLISHED = new Term("CS2156", "3-1-1 Customer Service Operations Supervisor", "807-S", "");

    void assertRevised(Expected expected) {
        for (var code : List.of(expected.before().jobCode(), expected.after().jobCode())) {
            assertIs(code, BEFORE, expected.before());
            assertIs(code, AFTER, expected.after());
        }
    }

    void assertEstablished(Term term) {
        assertNotInEffect(term.jobCode(), BEFORE, "from " + AFTER);
        assertIs(term.jobCode(), AFTER, term);
    }

    void assertAbolished(Term term) {
        assertIs(term.jobCode(), BEFORE, term);
        assertNotInEffect(term.jobCode(), AFTER, "was abolished on " + AFTER);
        assertThat(jobClass(term.jobCode(), AFTER).body().path("effectiveUntil").asText())
                .isEqualTo(AFTER);
    }

    void assertIs(String code, String day, Term expected) {
        var jobClass = CityHall.assertGood(jobClass(code, day)).body();
        assertThat(jobClass.path("jobCode").asText()).isEqualTo(expected.jobCode());
        assertThat(jobClass.path("title").asText()).isEqualTo(expected.title());
        assertThat(jobClass.path("grade").path("grade").asText()).isEqualTo(expected.grade());
        var pay = CityHall.assertGood(classPay(code, day)).body();
        assertThat(pay.path("classId")).isEqualTo(jobClass.path("id"));
        assertThat(pay.path("jobCode").asText()).isEqualTo(expected.jobCode());
        assertThat(pay.path("title").asText()).isEqualTo(expected.title());
        assertThat(pay.path("grade").asText()).isEqualTo(expected.grade());
        assertThat(range(pay)).isEqualTo(expected.range());
    }

    private static String range(JsonNode pay) {
        return pay.has("range")
                ? pay.path("range").path("minimum").asText() + " "
                        + pay.path("range").path("maximum").asText()
                : "";
    }

    private void assertNotInEffect(String code, String day, String detail) {
        for (var answer : List.of(jobClass(code, day), classPay(code, day))) {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body().path("type").asText()).endsWith("/problems/not-in-effect");
            assertThat(answer.body().path("detail").asText()).contains(code, detail);
        }
    }

    /** The attached specifications are those of their classes from the day on, and of no class before it. */
    void assertSpecified() {
        var notice = CityHall.assertGood(city.notices().analyst().get("/notices/1341"))
                .body();
        var attached = StreamSupport.stream(notice.path("attachments").spliterator(), false)
                .toList();
        assertThat(attached).hasSize(8);
        for (var attachment : attached) {
            var item = notice.path("items").path(attachment.path("item").asInt() - 1);
            var code = item.path("proposed").path("jobCode").asText();
            var day = jobClass(code, AFTER).body();
            assertThat(day.path("title")).isEqualTo(attachment.path("title"));
            assertThat(day.path("specification")).isEqualTo(attachment.path("specification"));
            assertThat(jobClass(code, "2018-09-20").body().path("specification"))
                    .isEqualTo(attachment.path("specification"));
            assertThat(jobClass(code, BEFORE).body().path("specification"))
                    .isNotEqualTo(attachment.path("specification"));
        }
    }

    /** The specification of 2018 follows that of 2011, and with it the grade that it names. */
    void assertSpecifiedAgainIn2018() {
        assertIs("CA2433", "2018-09-20", ESTABLISHED.get(1));
        assertIs(
                "CA2433",
                "2018-09-21",
                new Term("CA2433", "Contact Center Operations Manager", "811-A", "59902.00 95586.00"));
        var specification = jobClass("CA2433", "2018-09-21").body().path("specification");
        assertThat(specification.path("template").asText()).isEqualTo("2018");
        assertThat(specification.path("payGrade").asText()).isEqualTo("A-811");
        assertThat(jobClass("CA2433", "2018-09-20")
                        .body()
                        .path("specification")
                        .path("template")
                        .asText())
                .isEqualTo("2011");
    }

    private Answer jobClass(String code, String day) {
        return city.classification().get("/job-classes/" + code + "?asOf=" + day);
    }

    private Answer classPay(String code, String day) {
        return city.paygrade().get("/class-pay/" + code + "?asOf=" + day);
    }
}
