package city.planofrecord.chassis.testing.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Set;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What a running service tells and answers, against the contracts that are kept in the documentation. */
public abstract class ServiceContracts {

    private final String service;
    private final Set<String> types;
    private final EventContracts contracts = new EventContracts();

    /**
     * @param service as its OpenAPI document is called
     * @param types of the events that it tells, all of them
     */
    protected ServiceContracts(String service, Set<String> types) {
        this.service = service;
        this.types = types;
    }

    /** The database of the service. */
    protected abstract Jdbi jdbi();

    /** Brings the service to tell an event of each type. */
    protected abstract void tellSomethingOfEveryType() throws InterruptedException;

    /** An event as it stands in the outbox. */
    private record Told(String type, String data) {}

    private List<Told> told() {
        return jdbi().withHandle(handle -> handle.createQuery("select type, payload from outbox")
                .map((rs, _) -> new Told(rs.getString(1), rs.getString(2)))
                .list());
    }

    private OpenApiContract openApi() {
        return new OpenApiContract(
                service,
                given().queryParam("format", "json")
                        .get("/q/openapi")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    }

    @Test
    void everythingThatIsToldKeepsToItsSchema() throws InterruptedException {
        tellSomethingOfEveryType();

        await().untilAsserted(() -> assertThat(told()).extracting(Told::type).containsAll(types));
        assertThat(told())
                .allSatisfy(event ->
                        assertThat(contracts.faults(event.type(), event.data())).isEmpty());
    }

    @Test
    void noPromiseIsBrokenThatWasNotDeclaredSo() {
        var contract = openApi();
        assertThat(contract.undeclaredBreakingChanges())
                .as(contract.howToDeclare())
                .isEmpty();
    }

    @Test
    void theKeptDocumentIsTheOneThatTheServiceAnswers() {
        var contract = openApi();
        assertThat(contract.isKept())
                .as("The service answers another document than is kept; where it breaks nothing, "
                        + contract.howToKeep())
                .isTrue();
    }

    @Test
    void everyOperationSaysWhatItDoesAndHowItFails() {
        assertThat(openApi().gaps()).isEmpty();
    }
}
