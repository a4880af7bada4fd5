package city.planofrecord.notice.registration;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.notice.Application;
import city.planofrecord.notice.notice.Application.FateState;
import city.planofrecord.notice.notice.Application.RegisterFate;
import city.planofrecord.notice.notice.RegisterName;

/**
 * One try at having both registers record a batch. Confirmed when both have accepted, released when one has rejected,
 * each once; answers may come several times, in either order, and late.
 *
 * @param acting by item, the registers that act on it
 * @param answers the last answer of each register that counts
 */
record OfferedTry(State state, Map<Integer, Set<RegisterName>> acting, Map<RegisterName, Answer> answers) {

    enum State {
        OFFERED,
        CONFIRMED,
        RELEASED,
        APPLIED
    }

    OfferedTry {
        acting = Map.copyOf(acting);
        answers = Map.copyOf(answers);
    }

    static OfferedTry begun(Map<Integer, Set<RegisterName>> acting) {
        return new OfferedTry(State.OFFERED, acting, Map.of());
    }

    /** What is told to both registers in consequence of an answer. */
    enum Word {
        CONFIRMED,
        RELEASED
    }

    /** The try after an answer, and what to tell; {@code changed} is false where the answer says nothing new. */
    record Step(OfferedTry next, Optional<Word> word, boolean changed) {}

    /** @throws IllegalStateException where a register contradicts what was agreed */
    Step answered(Answer answer) {
        var before = answers.get(answer.register());
        return switch (answer.kind()) {
            case ACCEPTED -> state == State.OFFERED && before == null ? accepted(answer) : unchanged();
            case REJECTED -> rejected(answer, before);
            case APPLIED -> applied(answer, before);
        };
    }

    private Step accepted(Answer answer) {
        var told = with(answer);
        var both = told.size() == RegisterName.values().length;
        return new Step(
                new OfferedTry(both ? State.CONFIRMED : State.OFFERED, acting, told),
                both ? Optional.of(Word.CONFIRMED) : Optional.empty(),
                true);
    }

    private Step rejected(Answer answer, @Nullable Answer before) {
        if (before != null) {
            if (before.kind() != Answer.Kind.REJECTED) {
                throw new IllegalStateException(answer.register() + " rejects what it had accepted");
            }
            return unchanged();
        }
        return switch (state) {
            case OFFERED ->
                new Step(new OfferedTry(State.RELEASED, acting, with(answer)), Optional.of(Word.RELEASED), true);
            // The other register's rejection has released it already; its own reasons are worth showing.
            case RELEASED -> new Step(new OfferedTry(State.RELEASED, acting, with(answer)), Optional.empty(), true);
            case CONFIRMED, APPLIED ->
                throw new IllegalStateException(answer.register() + " rejects what was confirmed");
        };
    }

    private Step applied(Answer answer, @Nullable Answer before) {
        return switch (state) {
            case OFFERED, RELEASED ->
                throw new IllegalStateException(answer.register() + " has recorded what was not confirmed");
            case APPLIED -> unchanged();
            case CONFIRMED -> {
                if (before != null && before.kind() == Answer.Kind.APPLIED) {
                    yield unchanged();
                }
                var told = with(answer);
                var all = told.values().stream().allMatch(one -> one.kind() == Answer.Kind.APPLIED);
                yield new Step(
                        new OfferedTry(all ? State.APPLIED : State.CONFIRMED, acting, told), Optional.empty(), true);
            }
        };
    }

    private Step unchanged() {
        return new Step(this, Optional.empty(), false);
    }

    private Map<RegisterName, Answer> with(Answer answer) {
        var told = new EnumMap<RegisterName, Answer>(RegisterName.class);
        told.putAll(answers);
        told.put(answer.register(), answer);
        return told;
    }

    /** How far each item has come, over both registers and in each that acts on it. */
    Map<Integer, Application> applications() {
        var applications = new TreeMap<Integer, Application>();
        acting.forEach((item, registers) -> applications.put(item, application(item, registers)));
        return applications;
    }

    private Application application(int item, Set<RegisterName> registers) {
        var acts = EnumSet.noneOf(RegisterName.class);
        acts.addAll(registers);
        answers.forEach((register, answer) -> {
            if (answer.items().containsKey(item)) {
                acts.add(register);
            }
        });
        var byRegister = new LinkedHashMap<String, RegisterFate>();
        acts.forEach(register -> byRegister.put(register.inEvents(), fate(item, register)));
        return new Application(whole(byRegister), byRegister);
    }

    private RegisterFate fate(int item, RegisterName register) {
        var answer = answers.get(register);
        if (answer == null) {
            return new RegisterFate(FateState.PENDING, null);
        }
        return switch (answer.kind()) {
            // What was held is held no longer, and can be offered again.
            case ACCEPTED -> new RegisterFate(state == State.RELEASED ? FateState.PENDING : FateState.HELD, null);
            case REJECTED -> answer.items().getOrDefault(item, new RegisterFate(FateState.PENDING, null));
            case APPLIED -> new RegisterFate(FateState.APPLIED, null);
        };
    }

    private static FateState whole(Map<String, RegisterFate> byRegister) {
        var states = EnumSet.noneOf(FateState.class);
        byRegister.values().forEach(fate -> states.add(fate.state()));
        if (states.contains(FateState.REJECTED)) {
            return FateState.REJECTED;
        }
        if (states.contains(FateState.PENDING)) {
            return FateState.PENDING;
        }
        return states.contains(FateState.HELD) ? FateState.HELD : FateState.APPLIED;
    }
}
