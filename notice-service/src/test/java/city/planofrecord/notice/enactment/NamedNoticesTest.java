package city.planofrecord.notice.enactment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.http.Violation;

class NamedNoticesTest {

    private final List<Violation> wrong = new ArrayList<>();

    @Test
    void aRangeIncludesBothItsEndsAndLeavesOutWhatIsExcepted() {
        var named = new NamedNotices(List.of("1805-1820", "1823"), List.of("1814"));
        var known = new TreeSet<>(
                IntStream.rangeClosed(1805, 1823).mapToObj(String::valueOf).toList());
        known.remove("1814");

        var numbers = named.resolve(known, wrong);

        assertThat(wrong).isEmpty();
        assertThat(numbers).hasSize(16).containsKeys("1805", "1820", "1823").doesNotContainKeys("1814", "1821");
        assertThat(numbers.get("1820")).isEqualTo("/notices/0");
        assertThat(numbers.get("1823")).isEqualTo("/notices/1");
    }

    @Test
    void anEnDashAndSpacesAreARangeToo() {
        assertThat(new NamedNotices(List.of("7 \u2013 9"), List.of()).resolve(Set.of("7", "8", "9"), wrong))
                .containsOnlyKeys("7", "8", "9");
        assertThat(new NamedNotices(List.of("08-10"), List.of()).resolve(Set.of("08", "09", "10"), wrong))
                .containsOnlyKeys("08", "09", "10");
        assertThat(wrong).isEmpty();
    }

    @Test
    void aNoticeWhoseNumberIsWrittenLikeARangeIsThatNotice() {
        var named = new NamedNotices(List.of("2011-2013"), List.of());

        assertThat(named.candidates()).containsExactly("2011-2013", "2011", "2012", "2013");
        assertThat(named.resolve(Set.of("2011-2013", "2011"), wrong)).containsOnlyKeys("2011-2013");
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatIsNamedTwiceOrUnknownOrTurnedRoundIsToldAtItsPlace() {
        new NamedNotices(List.of("1-3", "2", "9-8", "1-5000", "X"), List.of("7", "3", "3"))
                .resolve(Set.of("1", "2"), wrong);

        assertThat(wrong)
                .extracting(Violation::pointer)
                .containsExactlyInAnyOrder(
                        "/notices/1", "/notices/2", "/notices/3", "/notices/4", "/except/0", "/except/2");
    }

    @Test
    void leavingOutEverythingIsRefused() {
        new NamedNotices(List.of("1"), List.of("1")).resolve(Set.of("1"), wrong);

        assertThat(wrong).extracting(Violation::pointer).containsExactly("/except");
    }
}
