package city.planofrecord.paygrade;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.Events;
import city.planofrecord.chassis.testing.RealServers;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "paygrade"))
class OpenApiIT {

    @Test
    void everyOperationHasASummaryAndListsItsErrors() {
        var document = Events.json(given().get("/q/openapi?format=json").asString());

        var poor = new ArrayList<String>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> !operation.getKey().equals("parameters"))
                        .filter(operation -> path.getKey().matches("/(pay|grade|class)-.*"))
                        .filter(operation -> isPoor(path.getKey(), operation))
                        .forEach(operation -> poor.add(operation.getKey() + " " + path.getKey())));

        assertThat(document.path("openapi").asText()).startsWith("3.1");
        assertThat(document.path("paths").has("/class-pay/{jobCode}")).isTrue();
        assertThat(poor).isEmpty();
    }

    private static boolean isPoor(String path, Map.Entry<String, JsonNode> operation) {
        var responses = operation.getValue().path("responses");
        return operation.getValue().path("summary").asText().isEmpty()
                || !responses.has("400")
                || (operation.getKey().equals("post") && !isRead(path) && !responses.has("409"));
    }

    /** A question with a body: it changes nothing and contradicts nothing. */
    private static boolean isRead(String path) {
        return path.endsWith("/lookups");
    }
}
