package city.planofrecord.classification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.chassis.testing.contract.AccessContract;

/** Who may do what, of every operation that the service answers. */
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "classification"))
class AccessIT {

    private static AccessContract contract() {
        return new AccessContract(given().queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    @Test
    void everybodyReadsTheClassesAndNothingElseIsOpen() {
        assertThat(contract().open())
                .allSatisfy(
                        operation -> assertThat(operation).startsWith("GET ").doesNotContain("dead-letters", "audit"));
    }

    @Test
    void nobodyGetsInWithoutAGoodTokenOfARightRole() {
        var contract = contract();

        assertThat(contract.intrusions()).isEmpty();
        assertThat(contract.calls()).isGreaterThan(100);
    }

    @Test
    void eachOperationIsOpenToTheRolesThatItNames() {
        assertThat(contract().lockedOut()).isEmpty();
    }
}
