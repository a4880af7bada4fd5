package city.planofrecord.classification.lineage;

import static city.planofrecord.classification.testing.ClassActs.*;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.*;

import java.time.Instant;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.RealServers;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "classification"))
class LineageIT {

    private static ValidatableResponse lineage(String code, String asOf) {
        return given().queryParam("asOf", asOf)
                .get("/job-classes/" + code + "/lineage")
                .then()
                .statusCode(200);
    }

    private static String inPlaceOf(String code) {
        return ", \"inPlaceOf\": [\"" + code + "\"]";
    }

    @Test
    void recodesAreTold() {
        var former = code();
        var later = code();
        established(former, "Clerk", "2005-12-01", "");
        amend(former, "2011-04-10", "{\"jobCode\": \"" + later + "\"}").statusCode(200);

        lineage(former, "2020-01-01")
                .body("jobCode", is(later), "inEffect", is(true), "resolvesTo.jobCode", contains(later))
                .body("recodes[0].from", is(former), "recodes[0].to", is(later), "recodes[0].on", is("2011-04-10"))
                .body("recodes[0].authority.kind", is("ORDINANCE"), "heirs", empty(), "predecessors", empty());
    }

    @Test
    void anAbolishedClassResolvesToItsHeirsThroughRecodesAndGenerations() {
        var gone = code();
        var heir = code();
        var recoded = code();
        var last = code();
        established(gone, "Operations Supervisor", "2005-12-01", "");
        established(heir, "Operations Manager", "2011-04-10", "");
        abolish(gone, "2011-04-10", heir).statusCode(200);
        amend(heir, "2013-01-01", "{\"jobCode\": \"" + recoded + "\"}").statusCode(200);
        established(last, "Operations Director", "2016-01-01", inPlaceOf(recoded));
        abolish(recoded, "2016-01-01").statusCode(200);

        lineage(gone, "2012-01-01").body("resolvesTo.jobCode", contains(heir), "inEffect", is(false));
        lineage(gone, "2014-01-01").body("resolvesTo.jobCode", contains(recoded));
        lineage(gone, "2020-01-01")
                .body("resolvesTo.jobCode", contains(last), "heirs.generation", contains(1, 2))
                .body("heirs[0].from.jobCode", is(gone), "heirs[0].to.jobCode", is(heir))
                .body("heirs[1].from.jobCode", is(recoded), "heirs[1].to.jobCode", is(last));
        lineage(last, "2020-01-01").body("predecessors.from.jobCode", contains(gone, recoded));
        on(gone, "2014-01-01")
                .statusCode(404)
                .body("detail", allOf(containsString("2011-04-10"), containsString(recoded + " 'Operations Manager'")))
                .body(
                        "heirs.jobCode",
                        contains(recoded),
                        "heirs[0].href",
                        is("/job-classes/" + recoded + "?asOf=2014-01-01"));
        on(gone, "2005-01-01").statusCode(404).body("$", not(hasKey("heirs")));
    }

    @Test
    void whatWasCancelledOrCorrectedIsNoLineageButWasAtItsTime() {
        var elder = code();
        var heir = code();
        established(elder, "Clerk", "2005-12-01", "");
        established(heir, "Assistant", "2011-04-10", inPlaceOf(elder));
        var believed = Instant.now();
        await().until(() -> given().queryParam("knownAt", believed.toString())
                        .get("/job-classes/" + heir)
                        .statusCode()
                == 200);
        correct(heir, "\"effectiveFrom\": \"2011-04-10\", \"set\": {\"inPlaceOf\": null}")
                .statusCode(200);

        lineage(heir, "2020-01-01").body("predecessors", empty());
        given().queryParam("knownAt", believed.toString())
                .get("/job-classes/" + heir + "/lineage")
                .then()
                .body("predecessors.from.jobCode", contains(elder), "predecessors[0].kind", is("SPLIT"));

        var ending = code();
        established(ending, "Porter", "2005-12-01", "");
        var act = abolish(ending, "2190-01-01", heir).statusCode(200).extract().<String>path("recorded.id");
        lineage(ending, "2020-01-01").body("heirs.to.jobCode", contains(heir), "resolvesTo.jobCode", contains(ending));
        cancel(ending, act).statusCode(200);
        lineage(ending, "2020-01-01").body("heirs", empty());
    }

    @Test
    void aWrongAbolishmentThatWasRepairedLeavesNoHeirs() {
        var kept = code();
        var heir = code();
        established(kept, "Clerk", "2005-12-01", "");
        established(heir, "Assistant", "2005-12-01", "");
        abolish(kept, "2011-04-10", heir).statusCode(200);
        correct(kept, "\"effectiveFrom\": \"2011-04-10\", \"exists\": true").statusCode(200);

        on(kept, "2012-01-01").statusCode(200).body("$", not(hasKey("into")));
        lineage(kept, "2012-01-01").body("heirs", empty(), "resolvesTo.jobCode", contains(kept));
    }

    @Test
    void aCodeThatNoClassBearsOnTheDayIsRefusedByName() {
        var gone = code();
        var later = code();
        established(gone, "Clerk", "2005-12-01", "");
        established(later, "Assistant", "2015-01-01", "");

        abolish(gone, "2011-04-10", "NOSUCH")
                .statusCode(422)
                .body("violations[0].pointer", is("/into/0"), "violations[0].found", is("NOSUCH"));
        abolish(gone, "2011-04-10", later).statusCode(422).body("violations[0].message", containsString("2011-04-10"));
        abolish(gone, "2011-04-10", gone).statusCode(422);
        establish(code(), "Clerk", "2012-01-01", inPlaceOf("NOSUCH"))
                .statusCode(422)
                .body("violations[0].pointer", is("/inPlaceOf/0"));
        establish(code(), "Clerk", "2012-01-01", inPlaceOf(later)).statusCode(422);
        amend(gone, "2012-01-01", "{\"inPlaceOf\": [\"NOSUCH\"]}")
                .statusCode(422)
                .body("violations[0].pointer", is("/set/inPlaceOf/0"));
        establish(code(), "Clerk", "2012-01-01", inPlaceOf("no code!")).statusCode(422);
    }

    @Test
    void aCodeThatNobodyBoreHasNoLineage() {
        given().get("/job-classes/NOSUCH/lineage").then().statusCode(404);
    }
}
