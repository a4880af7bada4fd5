package city.planofrecord.chassis.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.thing.ThingService;
import city.planofrecord.chassis.thing.Things;
import city.planofrecord.chassis.thing.Together;

@QuarkusTest
@TestProfile(ThingService.class)
class TrailIT {

    @Inject
    Trail trail;

    @Inject
    Chains chains;

    @Inject
    Jdbi jdbi;

    @Inject
    Things things;

    @Inject
    ObjectMapper json;

    private final Chain chain = new Chain("sample", UUID.randomUUID().toString());

    @Test
    void whatManyWriteAtOnceIsOneChain() throws Exception {
        Together.run(8, writer -> {
            for (var nth = 0; nth < 25; nth++) {
                write("by " + writer);
            }
        });

        var entries = entries();
        assertThat(entries).hasSize(200);
        var check = new ChainCheck();
        assertThat(entries).allSatisfy(entry -> assertThat(check.add(entry)).isEmpty());
        assertThat(document().path("head").path("hash").asText()).isEqualTo(check.hash());
    }

    @Test
    void severalChangesOfOneThingAreEnteredInTheirOrder() {
        QuarkusTransaction.requiringNew()
                .run(() -> trail.addAll(List.of(
                        new Written(chain, "first", null, alteration("a")),
                        new Written(chain, "second", null, alteration("b")))));

        assertThat(entries()).extracting(entry -> entry.path("actor").asText()).containsExactly("first", "second");
        var check = new ChainCheck();
        assertThat(entries()).allSatisfy(entry -> assertThat(check.add(entry)).isEmpty());
    }

    @Test
    void whatIsRolledBackLeavesNoEntryAndNoGap() {
        write("first");
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    trail.add(chain, alteration("lost"));
                    throw new IllegalStateException("not to be");
                }))
                .hasMessage("not to be");
        write("second");

        assertThat(entries()).extracting(entry -> entry.path("number").asInt()).containsExactly(1, 2);
    }

    @Test
    void aChangeThatAltersNothingIsNotEntered() {
        QuarkusTransaction.requiringNew().run(() -> trail.add(chain, List.of()));

        assertThat(chains.document(chain)).isEmpty();
    }

    @Test
    void theServiceMayAddEntriesAndNeverTouchOne() {
        write("once");

        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute("update audit_entry set hash = hash")))
                .hasMessageContaining("permission denied for table audit_entry");
        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute("delete from audit_entry")))
                .hasMessageContaining("permission denied for table audit_entry");
        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute("truncate audit_entry")))
                .hasMessageContaining("permission denied for table audit_entry");
    }

    @Test
    void charactersOfEveryKindAreKeptAsTheyWereHashed() {
        write("\u0000 \u202E \"quoted\" \\ \n \uD83D\uDE00 \u0301");

        assertThat(entries())
                .singleElement()
                .satisfies(entry -> assertThat(new ChainCheck().add(entry)).isEmpty());
    }

    private void write(String value) {
        QuarkusTransaction.requiringNew().run(() -> trail.add(chain, alteration(value)));
    }

    private static List<Alteration> alteration(String value) {
        return List.of(new Alteration("/value", null, TextNode.valueOf(value)));
    }

    private List<JsonNode> entries() {
        return document().path("entries").valueStream().toList();
    }

    private JsonNode document() {
        try (var document = chains.document(chain).orElseThrow()) {
            return json.readTree(document);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aWriteWithoutAnEntryIsFoundByEveryTest() {
        var id = things.establish("2090-01-01", "name", "at first");

        assertThatThrownBy(() -> jdbi.useHandle(
                        handle -> handle.execute("update thing set revision = revision + 1 where id = ?", id)))
                .hasStackTraceContaining("thing (UPDATE) and left no entry in the audit trail");
    }
}
