package city.planofrecord.notice.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import city.planofrecord.notice.notice.Application.FateState;
import city.planofrecord.notice.notice.Application.RegisterFate;
import city.planofrecord.notice.notice.RegisterName;
import city.planofrecord.notice.registration.OfferedTry.State;
import city.planofrecord.notice.registration.OfferedTry.Word;

class OfferedTryTest {

    private static final Answer CLASSIFICATION_ACCEPTS = accepts(RegisterName.CLASSIFICATION, 1, 2);
    private static final Answer PAYGRADE_ACCEPTS = accepts(RegisterName.PAYGRADE, 2);

    private final OfferedTry begun = OfferedTry.begun(Map.of(
            1, EnumSet.of(RegisterName.CLASSIFICATION),
            2, EnumSet.allOf(RegisterName.class)));

    @Test
    void isConfirmedWhenBothHaveAccepted() {
        var first = begun.answered(PAYGRADE_ACCEPTS);
        assertThat(first.word()).isEmpty();

        var second = first.next().answered(CLASSIFICATION_ACCEPTS);

        assertThat(second.word()).contains(Word.CONFIRMED);
        assertThat(second.next().state()).isEqualTo(State.CONFIRMED);
    }

    @Test
    void isReleasedAtTheFirstRejectionAndOnlyThen() {
        var first = begun.answered(rejects(RegisterName.PAYGRADE, 2, "taken"));
        assertThat(first.word()).contains(Word.RELEASED);

        var second = first.next().answered(rejects(RegisterName.CLASSIFICATION, 1, "held"));

        assertThat(second.word()).isEmpty();
        assertThat(second.next().applications().get(1).byRegister().get("classification"))
                .isEqualTo(new RegisterFate(FateState.REJECTED, "held"));
        assertThat(second.next().applications().get(2).byRegister().get("paygrade"))
                .isEqualTo(new RegisterFate(FateState.REJECTED, "taken"));
    }

    @Test
    void anAcceptanceAfterTheReleaseChangesNothing() {
        var released =
                begun.answered(rejects(RegisterName.PAYGRADE, 2, "taken")).next();

        assertThat(released.answered(CLASSIFICATION_ACCEPTS).changed()).isFalse();
    }

    @Test
    void whatWasHeldCanBeOfferedAgainOnceReleased() {
        var held = begun.answered(CLASSIFICATION_ACCEPTS).next();
        assertThat(held.applications().get(1).state()).isEqualTo(FateState.HELD);

        var released = held.answered(rejects(RegisterName.PAYGRADE, 2, "taken")).next();

        assertThat(released.applications().get(1).state()).isEqualTo(FateState.PENDING);
        assertThat(released.applications().get(2).state()).isEqualTo(FateState.REJECTED);
    }

    @Test
    void anItemIsAppliedWhenEveryRegisterThatActsOnItHasRecorded() {
        var confirmed = begun.answered(CLASSIFICATION_ACCEPTS)
                .next()
                .answered(PAYGRADE_ACCEPTS)
                .next();

        var one = confirmed.answered(applies(RegisterName.CLASSIFICATION)).next();
        assertThat(one.applications().get(1).state()).isEqualTo(FateState.APPLIED);
        assertThat(one.applications().get(2).state()).isEqualTo(FateState.HELD);

        var both = one.answered(applies(RegisterName.PAYGRADE)).next();
        assertThat(both.state()).isEqualTo(State.APPLIED);
        assertThat(both.applications().get(2).state()).isEqualTo(FateState.APPLIED);
    }

    @Test
    void aRegisterThatHasNothingToDoIsNotListed() {
        assertThat(begun.applications().get(1).byRegister()).containsOnlyKeys("classification");
    }

    @Test
    void whatWasNeverConfirmedCannotHaveBeenRecorded() {
        assertThatThrownBy(() -> begun.answered(applies(RegisterName.PAYGRADE)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatWasAcceptedCannotBeRejected() {
        var accepted = begun.answered(PAYGRADE_ACCEPTS).next();

        assertThatThrownBy(() -> accepted.answered(rejects(RegisterName.PAYGRADE, 2, "after all")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Property
    void repeatedAnswersInAnyOrderGiveOneWordAndTheSameEnd(
            @ForAll("answers") List<Answer> some, @ForAll boolean classificationFirst) {
        var order = classificationFirst
                ? List.of(CLASSIFICATION_ACCEPTS, PAYGRADE_ACCEPTS)
                : List.of(PAYGRADE_ACCEPTS, CLASSIFICATION_ACCEPTS);
        var words = 0;
        var offered = begun;
        for (var answers : List.of(some, order, some)) {
            for (var answer : answers) {
                var step = offered.answered(answer);
                words += step.word().isPresent() ? 1 : 0;
                offered = step.next();
            }
        }

        assertThat(words).isEqualTo(1);
        assertThat(offered.state()).isEqualTo(State.CONFIRMED);
        assertThat(offered.answered(CLASSIFICATION_ACCEPTS).word()).isEqualTo(Optional.empty());
    }

    @Provide
    Arbitrary<List<Answer>> answers() {
        return Arbitraries.of(CLASSIFICATION_ACCEPTS, PAYGRADE_ACCEPTS).list().ofMaxSize(6);
    }

    private static Answer accepts(RegisterName register, Integer... items) {
        var held = new java.util.HashMap<Integer, RegisterFate>();
        for (var item : items) {
            held.put(item, new RegisterFate(FateState.HELD, null));
        }
        return new Answer(register, Answer.Kind.ACCEPTED, held);
    }

    private static Answer rejects(RegisterName register, int item, String reason) {
        return new Answer(register, Answer.Kind.REJECTED, Map.of(item, new RegisterFate(FateState.REJECTED, reason)));
    }

    private static Answer applies(RegisterName register) {
        return new Answer(register, Answer.Kind.APPLIED, Map.of());
    }
}
