package city.planofrecord.chassis.dated;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

class NextChangeTest {

    private static final UUID THING = UUID.nameUUIDFromBytes(new byte[] {1});
    private static final List<Span> SPANS =
            List.of(span("2011-01-01", "2012-01-01"), span("2012-01-01", "2013-01-01"), span("2014-01-01", null));

    private static Span span(String from, String until) {
        return new Span(THING, LocalDate.parse(from), until == null ? null : LocalDate.parse(until));
    }

    private static String hrefAfter(String day) {
        return NextChange.after(LocalDate.parse(day), SPANS, "/things/a")
                .map(NextChange::href)
                .orElse("none");
    }

    @Test
    void beforeItBeginsTheBeginningIsNext() {
        assertThat(hrefAfter("2010-06-01")).isEqualTo("/things/a?asOf=2011-01-01");
    }

    @Test
    void onTheDayOfAChangeTheOneAfterItIsNext() {
        assertThat(hrefAfter("2011-12-31")).isEqualTo("/things/a?asOf=2012-01-01");
        assertThat(hrefAfter("2012-01-01")).isEqualTo("/things/a/timeline");
    }

    @Test
    void inAGapItsReturnIsNext() {
        assertThat(hrefAfter("2013-06-01")).isEqualTo("/things/a?asOf=2014-01-01");
    }

    @Test
    void afterTheLastThereIsNone() {
        assertThat(hrefAfter("2014-01-01")).isEqualTo("none");
    }
}
