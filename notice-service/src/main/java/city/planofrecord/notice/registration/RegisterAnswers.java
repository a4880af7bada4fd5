package city.planofrecord.notice.registration;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;

import city.planofrecord.chassis.event.EventHandler;
import city.planofrecord.chassis.event.Received;
import city.planofrecord.chassis.event.UnprocessableEventException;
import city.planofrecord.notice.notice.Application.FateState;
import city.planofrecord.notice.notice.Application.RegisterFate;
import city.planofrecord.notice.notice.RegisterName;

/** Hears what the registers answer to batches. */
@Singleton
class RegisterAnswers implements EventHandler {

    private static final String ACCEPTED = "notice-batch.accepted.v1";
    private static final String REJECTED = "notice-batch.rejected.v1";
    private static final String APPLIED = "notice-batch.applied.v1";

    private final Registration registration;

    RegisterAnswers(Registration registration) {
        this.registration = registration;
    }

    @Override
    public String stream() {
        return "notice-items";
    }

    @Override
    public Set<String> types() {
        return Set.of(ACCEPTED, REJECTED, APPLIED);
    }

    @Override
    public void handle(Received event) {
        var data = event.data();
        try {
            registration.answered(
                    data.path("number").asText(),
                    data.path("edition").asInt(),
                    UUID.fromString(data.path("batch").asText()),
                    data.path("try").asInt(),
                    answer(event.type(), data));
        } catch (IllegalArgumentException e) {
            throw new UnprocessableEventException("cannot be read: " + e.getMessage(), e);
        }
    }

    private static Answer answer(String type, JsonNode data) {
        var items = new HashMap<Integer, RegisterFate>();
        for (var item : data.path("items")) {
            items.put(
                    item.path("item").asInt(),
                    new RegisterFate(
                            FateState.valueOf(item.path("state").asText()),
                            item.hasNonNull("reason") ? item.get("reason").asText() : null));
        }
        return new Answer(register(data.path("register").asText()), kind(type), items);
    }

    private static Answer.Kind kind(String type) {
        return switch (type) {
            case ACCEPTED -> Answer.Kind.ACCEPTED;
            case REJECTED -> Answer.Kind.REJECTED;
            case APPLIED -> Answer.Kind.APPLIED;
            default -> throw new IllegalArgumentException("no answer: " + type);
        };
    }

    private static RegisterName register(String name) {
        return Arrays.stream(RegisterName.values())
                .filter(register -> register.inEvents().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no register is called '" + name + "'"));
    }
}
