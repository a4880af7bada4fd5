package city.planofrecord.paygrade;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.chassis.testing.contract.PageContract;

/** How much of a collection can be had at once, of every operation that answers in pages. */
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "paygrade"))
class PagesIT {

    @Test
    void noPageIsLargerThanFiveHundred() {
        var contract = new PageContract(given().queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString());

        assertThat(contract.paged()).contains("/changes", "/audit").hasSizeGreaterThan(6);
        assertThat(contract.unbounded()).isEmpty();
    }
}
