package city.planofrecord.local.story;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import city.planofrecord.local.client.Answer;
import city.planofrecord.local.client.ServiceClient;

/**
 * How a class stands in the plan on a day, as the class register and payroll's question tell it.
 *
 * @param asked the job code that was asked for
 * @param jobClass a missing node where the class register has no class in effect that day
 * @param pay a missing node where the pay plan has none
 * @param absence what the class register says of a class that is not in effect that day; empty where it is
 */
record Standing(String asked, LocalDate day, JsonNode jobClass, JsonNode pay, String absence) {

    /** @throws StoryFailure where a register does not answer the question */
    static Standing of(City city, String jobCode, LocalDate day) {
        var question = "/" + jobCode + "?asOf=" + day;
        var jobClass = asked(city.classification(), "/job-classes" + question);
        var pay = asked(city.paygrade(), "/class-pay" + question);
        return new Standing(
                jobCode,
                day,
                found(jobClass),
                found(pay),
                jobClass.isGood() ? "" : jobClass.body().path("detail").asText());
    }

    private static Answer asked(ServiceClient service, String question) {
        var answer = service.get(question);
        if (!answer.isGood() && answer.status() != 404) {
            throw new StoryFailure(
                    "GET " + question + " was answered " + answer.status() + ". " + answer.explanation());
        }
        return answer;
    }

    private static JsonNode found(Answer answer) {
        return answer.isGood() ? answer.body() : MissingNode.getInstance();
    }

    boolean isInEffect() {
        return absence.isEmpty();
    }

    /** Whether the class register and the pay plan agree on whether it is in effect. */
    boolean isInBothAlike() {
        return isInEffect() != pay.isMissingNode();
    }

    String jobCode() {
        return jobClass.path("jobCode").asText();
    }

    String title() {
        return jobClass.path("title").asText();
    }

    String grade() {
        return pay.path("grade").asText();
    }

    String range() {
        return range(pay.path("range"));
    }

    /** A range as it is told in a line; empty where there is none. */
    static String range(JsonNode range) {
        return range.hasNonNull("minimum")
                ? amount(range.path("minimum").asText()) + " to "
                        + amount(range.path("maximum").asText())
                : "";
    }

    private static String amount(String decimal) {
        var amount = new BigDecimal(decimal);
        var whole = amount.stripTrailingZeros().scale() <= 0;
        return String.format(Locale.ROOT, whole ? "%,.0f" : "%,.2f", amount);
    }

    /** Where the terms that a notice prints and this standing differ; what the terms do not say cannot differ. */
    List<String> differencesFrom(JsonNode terms) {
        var differences = new ArrayList<String>();
        compare(differences, "job code", terms.path("jobCode").asText(), jobCode());
        compare(differences, "title", terms.path("title").asText(), title());
        compare(
                differences,
                "title in the pay plan",
                terms.path("title").asText(),
                pay.path("title").asText());
        var grade = terms.path("grade").asText();
        if (!grade.isEmpty() && !Grades.same(grade, grade())) {
            differences.add(difference("grade", grade, grade()));
        }
        compare(differences, "range", range(terms.path("range")), range());
        compare(
                differences,
                "title of the specification",
                terms.path("specification").path("title").asText(),
                jobClass.path("specification").path("title").asText());
        return differences;
    }

    private static void compare(List<String> differences, String what, String expected, String found) {
        if (!expected.isEmpty() && !expected.equals(found)) {
            differences.add(difference(what, expected, found));
        }
    }

    private static String difference(String what, String expected, String found) {
        return what + " should be '" + expected + "' and is '" + found + "'";
    }
}
