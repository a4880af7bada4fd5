package city.planofrecord.chassis.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class AlterationTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aChangedFieldIsToldAtItsPlaceWithWhatStoodThereBefore() {
        var found = between("{'a': {'b/c': 1, 'd': 2}}", "{'a': {'b/c': 3, 'd': 2}}");

        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.pointer()).isEqualTo("/thing/a/b~1c");
            assertThat(one.before()).hasToString("1");
            assertThat(one.after()).hasToString("3");
        });
    }

    @Test
    void whatIsAddedHasNothingBeforeAndWhatIsTakenAwayNothingAfter() {
        assertThat(between("{'a': 1}", "{'b': [2]}"))
                .extracting(
                        Alteration::pointer, one -> String.valueOf(one.before()), one -> String.valueOf(one.after()))
                .containsExactly(tuple("/thing/a", "1", "null"), tuple("/thing/b", "null", "[2]"));
    }

    @Test
    void aThingThatBeginsIsToldWhole() {
        assertThat(Alteration.between("/thing", null, node("{'a': 1}")))
                .singleElement()
                .isEqualTo(new Alteration("/thing", null, node("{'a': 1}")));
    }

    @Test
    void sameStatesDifferNowhere() {
        assertThat(between("{'a': [1, null, {'b': 'c'}]}", "{'a': [1, null, {'b': 'c'}]}"))
                .isEmpty();
    }

    @Property(tries = 500)
    void whatStandsAfterwardsSetAtItsPlaceTurnsOneStateIntoTheOther(
            @ForAll("objects") ObjectNode before, @ForAll("objects") ObjectNode after) {
        var whole = JSON.createObjectNode();
        whole.set("thing", before.deepCopy());

        var all = Alteration.between("/thing", before, after);
        all.stream().filter(one -> one.after() != null).forEach(one -> set(whole, one));
        all.reversed().stream().filter(one -> one.after() == null).forEach(one -> set(whole, one));

        assertThat(whole.get("thing")).isEqualTo(after);
    }

    @Provide
    Arbitrary<ObjectNode> objects() {
        return object(3);
    }

    private static Arbitrary<ObjectNode> object(int deep) {
        return Arbitraries.maps(Arbitraries.of("a", "b", "c/d", "e~f"), value(deep))
                .ofMaxSize(4)
                .map(members -> {
                    var object = JSON.createObjectNode();
                    members.forEach(object::set);
                    return object;
                });
    }

    private static Arbitrary<JsonNode> value(int deep) {
        var plain = Arbitraries.of(
                JsonNodeFactory.instance.numberNode(1),
                JsonNodeFactory.instance.textNode("x"),
                JsonNodeFactory.instance.textNode("y"),
                JsonNodeFactory.instance.booleanNode(true));
        if (deep == 0) {
            return plain.map(node -> (JsonNode) node);
        }
        return Arbitraries.oneOf(
                plain.map(node -> (JsonNode) node),
                object(deep - 1).map(node -> (JsonNode) node),
                value(deep - 1).list().ofMaxSize(3).map(elements -> {
                    var array = JSON.createArrayNode();
                    elements.forEach(array::add);
                    return array;
                }));
    }

    private static void set(ObjectNode whole, Alteration one) {
        var place = JsonPointer.compile(one.pointer());
        var parent = whole.at(place.head());
        var name = place.last().getMatchingProperty();
        if (parent instanceof ObjectNode object) {
            if (one.after() == null) {
                object.remove(name);
            } else {
                object.set(name, one.after());
            }
        } else if (parent instanceof ArrayNode array) {
            var index = Integer.parseInt(name);
            if (one.after() == null) {
                array.remove(index);
            } else if (one.before() == null) {
                array.add(one.after());
            } else {
                array.set(index, one.after());
            }
        }
    }

    private static List<Alteration> between(String before, String after) {
        return Alteration.between("/thing", node(before), node(after));
    }

    private static JsonNode node(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
