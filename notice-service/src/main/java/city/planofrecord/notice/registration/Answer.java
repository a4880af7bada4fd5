package city.planofrecord.notice.registration;

import java.util.Map;

import city.planofrecord.notice.notice.Application.RegisterFate;
import city.planofrecord.notice.notice.RegisterName;

/**
 * What a register says of a batch that was offered to it.
 *
 * @param items by number, how far each item that it acts on has come in it
 */
record Answer(RegisterName register, Kind kind, Map<Integer, RegisterFate> items) {

    enum Kind {
        ACCEPTED,
        REJECTED,
        APPLIED
    }

    Answer {
        items = Map.copyOf(items);
    }
}
