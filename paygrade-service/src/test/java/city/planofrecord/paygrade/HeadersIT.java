package city.planofrecord.paygrade;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.chassis.testing.contract.HeadersContract;

/** What browsers are told with every answer, of every operation that the service answers. */
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "paygrade"))
class HeadersIT {

    @Test
    void everyAnswerOfEveryOperationTellsBrowsersWhatTheyMayDo() {
        var contract = new HeadersContract(
                given().queryParam("format", "json").get("/q/openapi").asString());

        assertThat(contract.gaps()).isEmpty();
        assertThat(contract.answers()).isGreaterThan(100);
    }
}
