package city.planofrecord.classification.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.ledger.Authority;
import city.planofrecord.classification.lineage.Lineage.Kind;

class LineageTest {

    private final Map<UUID, Life> lives = new LinkedHashMap<>();
    private final List<Link> links = new ArrayList<>();

    private static UUID id(String code) {
        return UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8));
    }

    private LineageTest life(String code, String from, @Nullable String until) {
        var end = until == null ? null : LocalDate.parse(until);
        lives.put(id(code), new Life(id(code), List.of(new Life.Stretch(code, code, LocalDate.parse(from), end))));
        return this;
    }

    private LineageTest link(String elder, String heir, String on) {
        links.add(new Link(
                id(elder),
                id(heir),
                LocalDate.parse(on),
                UUID.randomUUID(),
                new Authority(Authority.Kind.ORDINANCE, "Ordinance")));
        return this;
    }

    private Lineage lineage() {
        return new Lineage(lives.values(), links);
    }

    private static List<String> names(Lineage lineage, Lineage.Steps steps) {
        return steps.steps().stream()
                .map(step -> lineage.elder(step.link()).jobCode() + ">"
                        + lineage.heir(step.link()).jobCode() + " " + step.kind() + " " + step.generation())
                .toList();
    }

    private List<String> standingFor(String code, String day) {
        var lineage = lineage();
        return lineage.standingFor(id(code), LocalDate.parse(day)).stream()
                .map(id -> lineage.life(id).called(LocalDate.parse(day)).jobCode())
                .sorted()
                .toList();
    }

    @Test
    void heirsAreFollowedThroughGenerations() {
        life("A", "2000-01-01", "2010-01-01")
                .life("B", "2010-01-01", "2015-01-01")
                .life("C", "2015-01-01", null)
                .life("D", "2015-01-01", null)
                .link("A", "B", "2010-01-01")
                .link("B", "C", "2015-01-01")
                .link("B", "D", "2015-01-01");
        var lineage = lineage();

        assertThat(names(lineage, lineage.heirs(id("A"))))
                .containsExactly("A>B SUCCESSION 1", "B>C SPLIT 2", "B>D SPLIT 2");
        assertThat(names(lineage, lineage.predecessors(id("D")))).containsExactly("A>B SUCCESSION 2", "B>D SPLIT 1");
        assertThat(standingFor("A", "2009-12-31")).containsExactly("A");
        assertThat(standingFor("A", "2010-01-01")).containsExactly("B");
        assertThat(standingFor("A", "2020-01-01")).containsExactly("C", "D");
    }

    @Test
    void severalThatBecomeOneAreMerged() {
        life("A", "2000-01-01", "2010-01-01")
                .life("B", "2000-01-01", "2010-01-01")
                .life("C", "2010-01-01", null)
                .link("A", "C", "2010-01-01")
                .link("B", "C", "2010-01-01");

        assertThat(names(lineage(), lineage().predecessors(id("C")))).containsExactly("A>C MERGE 1", "B>C MERGE 1");
    }

    @Test
    void aClassThatTookTheOtherInWasThereBefore() {
        life("A", "2000-01-01", "2010-01-01").life("B", "2000-01-01", null).link("A", "B", "2010-01-01");

        assertThat(names(lineage(), lineage().heirs(id("A")))).containsExactly("A>B MERGE 1");
    }

    @Test
    void aClassThatGaveOnlyAPartIsSplit() {
        life("A", "2000-01-01", null).life("B", "2010-01-01", null).link("A", "B", "2010-01-01");

        assertThat(names(lineage(), lineage().heirs(id("A")))).containsExactly("A>B SPLIT 1");
        assertThat(standingFor("A", "2020-01-01")).containsExactly("A");
    }

    @Test
    void severalThatBecomeSeveralAreRedistributed() {
        for (var elder : List.of("A", "B")) {
            life(elder, "2000-01-01", "2010-01-01");
            for (var heir : List.of("C", "D")) {
                life(heir, "2010-01-01", null).link(elder, heir, "2010-01-01");
            }
        }

        assertThat(lineage().heirs(id("A")).steps())
                .extracting(Lineage.Step::kind)
                .containsOnly(Kind.REDISTRIBUTION);
    }

    @Test
    void whatAClassGaveAwayBeforeAnotherCameToItIsNoDescentOfThatOther() {
        life("A", "2000-01-01", "2010-01-01")
                .life("B", "2000-01-01", "2012-01-01")
                .life("C", "2005-01-01", null)
                .life("D", "2012-01-01", null)
                .link("B", "C", "2005-01-01")
                .link("A", "B", "2010-01-01")
                .link("B", "D", "2012-01-01");

        assertThat(names(lineage(), lineage().heirs(id("A")))).containsExactly("A>B MERGE 1", "B>D SUCCESSION 2");
        assertThat(names(lineage(), lineage().predecessors(id("C")))).containsExactly("B>C SPLIT 1");
        assertThat(standingFor("A", "2020-01-01")).containsExactly("D");
    }

    @Test
    void theSameSaidByBothClassesIsOneStep() {
        life("A", "2000-01-01", "2010-01-01")
                .life("B", "2010-01-01", null)
                .link("A", "B", "2010-01-01")
                .link("A", "B", "2010-01-01");

        assertThat(lineage().heirs(id("A")).steps()).hasSize(1);
    }

    @Test
    void circlesEnd() {
        life("A", "2000-01-01", "2010-01-01")
                .life("B", "2000-01-01", "2010-01-01")
                .link("A", "B", "2010-01-01")
                .link("B", "A", "2010-01-01");

        assertThat(lineage().heirs(id("A")).steps()).hasSize(2);
        assertThat(standingFor("A", "2020-01-01")).isEmpty();
    }

    @Test
    void whatIsTooMuchIsSaidToBeIncomplete() {
        life("A", "2000-01-01", "2010-01-01");
        for (var i = 0; i <= Lineage.MOST; i++) {
            life("H" + i, "2010-01-01", null).link("A", "H" + i, "2010-01-01");
        }

        var heirs = lineage().heirs(id("A"));

        assertThat(heirs.steps()).hasSize(Lineage.MOST);
        assertThat(heirs.complete()).isFalse();
    }
}
