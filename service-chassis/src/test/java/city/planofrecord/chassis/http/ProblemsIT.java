package city.planofrecord.chassis.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import city.planofrecord.chassis.testing.Answer;
import city.planofrecord.chassis.testing.RawHttp;
import city.planofrecord.chassis.thing.ThingService;
import city.planofrecord.chassis.thing.Things;

/** Whatever is refused is a problem whose type leads to its page. */
@QuarkusTest
@TestProfile(ThingService.class)
class ProblemsIT {

    private static final String JSON = "Content-Type: application/json";

    @Inject
    Things things;

    /** How a request is refused. */
    private record Refusal(String what, ProblemKind kind, Answer answer) {}

    private List<Refusal> refusals() {
        var thing = "/things/" + things.establish("2030-01-01", "name", "a");
        var amend = "POST " + thing + "/amendments HTTP/1.1";
        var refusals = new ArrayList<Refusal>();
        refusals.add(refusal(ProblemKind.MALFORMED, "GET " + thing + "?asOf=x HTTP/1.1"));
        refusals.add(refusal(ProblemKind.UNKNOWN_PARAMETER, "GET " + thing + "?x=1 HTTP/1.1"));
        refusals.add(refusal(ProblemKind.UNAUTHENTICATED, "GET /audit HTTP/1.1"));
        refusals.add(refusal(ProblemKind.UNAUTHENTICATED, "GET /audit HTTP/1.1", "Authorization: Bearer x"));
        refusals.add(refusal(ProblemKind.FORBIDDEN, "GET " + thing + " HTTP/1.1", "Origin: https://foreign.example"));
        refusals.add(refusal(ProblemKind.NOT_FOUND, "GET /nowhere HTTP/1.1"));
        refusals.add(refusal(ProblemKind.NOT_FOUND, "POST /nowhere HTTP/1.1"));
        refusals.add(refusal(ProblemKind.NOT_FOUND, "GET " + thing + "/nowhere HTTP/1.1"));
        refusals.add(refusal(ProblemKind.NOT_FOUND, "GET /q/nowhere HTTP/1.1"));
        refusals.add(refusal(ProblemKind.NOT_FOUND, "GET /q/swagger-ui/nowhere HTTP/1.1"));
        refusals.add(refusal(ProblemKind.NOT_FOUND, "GET /problems/nothing HTTP/1.1"));
        refusals.add(refusal(ProblemKind.METHOD_NOT_ALLOWED, "DELETE " + thing + " HTTP/1.1"));
        refusals.add(refusal(ProblemKind.METHOD_NOT_ALLOWED, "TRACE " + thing + " HTTP/1.1"));
        refusals.add(refusal(ProblemKind.NOT_ACCEPTABLE, "GET " + thing + " HTTP/1.1", "Accept: a/b"));
        refusals.add(refusal(ProblemKind.NOT_ACCEPTABLE, "GET " + thing + " HTTP/1.1", "Accept: ,/"));
        refusals.add(refusal(ProblemKind.UNSUPPORTED_MEDIA_TYPE, amend, "Content-Type: a/b", "Content-Length: 0"));
        refusals.add(refusal(ProblemKind.UNSUPPORTED_MEDIA_TYPE, amend, "Content-Type: ,", "Content-Length: 0"));
        refusals.add(refused(ProblemKind.TOO_LARGE, amend, RawHttp.sendWithBody(" ".repeat(300_000), amend, JSON)));
        refusals.add(refusal(ProblemKind.TOO_LARGE, amend, JSON, "Content-Length: 9000000000"));
        refusals.add(refusal(ProblemKind.TOO_LARGE, "POST /nowhere HTTP/1.1", "Content-Length: 9000000000"));
        refusals.add(refused(ProblemKind.PRECONDITION_REQUIRED, amend, RawHttp.sendWithBody(amendment(), amend, JSON)));
        refusals.add(
                refused(ProblemKind.STALE, amend, RawHttp.sendWithBody(amendment(), amend, JSON, "If-Match: \"9\"")));
        refusals.add(refused(
                ProblemKind.MALFORMED,
                "a body that is no JSON",
                RawHttp.sendWithBody("{", amend, JSON, "If-Match: \"1\"")));
        refusals.add(refused(
                ProblemKind.MALFORMED,
                "a field twice",
                RawHttp.sendWithBody(
                        amendment().replaceFirst("\\{", "{\"reason\": \"One\", "), amend, JSON, "If-Match: \"1\"")));
        return refusals;
    }

    private static Refusal refusal(ProblemKind kind, String... lines) {
        return refused(kind, Arrays.toString(lines), RawHttp.send(lines));
    }

    private static Refusal refused(ProblemKind kind, String what, Answer answer) {
        return new Refusal(what, kind, answer);
    }

    private static String amendment() {
        return """
                {"effectiveFrom": "2031-01-01", "set": {"name": "b"}, "reason": "Another",
                 "authority": {"kind": "ORDINANCE", "citation": "Ordinance 7"}}""";
    }

    @Test
    void whateverIsRefusedIsAProblemOfADocumentedType() {
        var softly = new SoftAssertions();
        for (var refusal : refusals()) {
            var answer = refusal.answer();
            softly.assertThat(answer.isProblem())
                    .as("%s: %d %s", refusal.what(), answer.status(), answer.text())
                    .isTrue();
            if (answer.isProblem()) {
                var problem = answer.json();
                softly.assertThat(problem.path("type").asText())
                        .as(refusal.what())
                        .isEqualTo("/problems/" + refusal.kind().slug());
                softly.assertThat(problem.path("title").asText())
                        .as(refusal.what())
                        .isEqualTo(refusal.kind().title());
                softly.assertThat(answer.status())
                        .as(refusal.what())
                        .isEqualTo(refusal.kind().status());
                softly.assertThat(problem.path("instance").asText())
                        .as(refusal.what())
                        .startsWith("/");
            }
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @EnumSource
    void everyKindHasItsPage(ProblemKind kind) {
        var page = given().get("/problems/" + kind.slug());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.jsonPath().getInt("status")).isEqualTo(kind.status());
        assertThat(page.jsonPath().getString("title")).isEqualTo(kind.title());
    }

    @Test
    void whoMayNotUseAMethodIsToldWhichThereAre() {
        var thing = "/things/" + things.establish("2030-01-01", "name", "a");

        assertThat(RawHttp.send("DELETE " + thing + " HTTP/1.1").values("Allow"))
                .containsExactly("GET, HEAD, OPTIONS");
        assertThat(RawHttp.send("PUT " + thing + "/amendments HTTP/1.1").values("Allow"))
                .containsExactly("OPTIONS, POST");
    }
}
