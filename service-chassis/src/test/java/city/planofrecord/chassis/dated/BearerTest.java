package city.planofrecord.chassis.dated;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.http.ProblemKind;

class BearerTest {

    private static final UUID FIRST = UUID.randomUUID();
    private static final UUID SECOND = UUID.randomUUID();

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private final List<Span> bearing =
            List.of(new Span(SECOND, day("2015-01-01"), null), new Span(FIRST, day("2005-12-01"), day("2011-04-10")));

    @Test
    void aCodeMeansTheOneThatBearsItOnTheDay() {
        assertThat(Bearer.meant(bearing, day("2011-04-09"))).contains(FIRST);
        assertThat(Bearer.meant(bearing, day("2015-01-01"))).contains(SECOND);
    }

    @Test
    void betweenTwoBearersItMeansTheLastThatBoreIt() {
        assertThat(Bearer.meant(bearing, day("2011-04-10"))).contains(FIRST);
        assertThat(Bearer.meant(bearing, day("2014-12-31"))).contains(FIRST);
    }

    @Test
    void beforeAllItMeansTheFirstThatWillBearIt() {
        assertThat(Bearer.meant(bearing, day("2005-11-30"))).contains(FIRST);
    }

    @Test
    void aCodeThatNothingEverBoreMeansNothing() {
        assertThat(Bearer.meant(List.of(), day("2011-04-10"))).isEmpty();
    }

    @Test
    void aThingNotInEffectSaysWhenItWas() {
        var refused = NotInEffect.on(
                day("2011-04-10"),
                "CS2156",
                "was abolished",
                List.of(new Span(FIRST, day("2005-12-01"), day("2011-04-10"))));

        assertThat(refused.kind()).isEqualTo(ProblemKind.NOT_IN_EFFECT);
        assertThat(refused.detail())
                .isEqualTo("CS2156 was abolished on 2011-04-10. Ask with asOf on or before 2011-04-09.");
    }

    @Test
    void aThingNotInEffectYetSaysFromWhenItWillBe() {
        var refused = NotInEffect.on(
                day("2011-04-09"), "CS2435", "was abolished", List.of(new Span(FIRST, day("2011-04-10"), null)));

        assertThat(refused.detail()).contains("it is from 2011-04-10 on");
    }
}
