package city.planofrecord.local.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Hands out job codes: C, the letter of the schedule, four digits. A code that was given up may be given again. */
final class JobCodes {

    private static final int LOWEST = 1000;
    private static final int NUMBERS = 2200;
    private static final int ONE_IN = 12;

    private final Random chance;
    private final Set<String> given = new HashSet<>();
    private final List<GivenUp> givenUp = new ArrayList<>();

    private record GivenUp(String code, LocalDate on) {}

    JobCodes(Random chance) {
        this.chance = chance;
    }

    /** A code of the letter that nothing bears from the day on. */
    String next(String letter, LocalDate from) {
        if (chance.nextInt(ONE_IN) == 0) {
            var free = givenUp.stream()
                    .filter(one ->
                            one.code().startsWith("C" + letter) && !one.on().isAfter(from))
                    .findFirst();
            if (free.isPresent()) {
                givenUp.remove(free.get());
                return free.get().code();
            }
        }
        return unused(letter, LOWEST + chance.nextInt(NUMBERS));
    }

    /** The code with the digits of the other where that is free, else another. */
    String recoded(String code, String letter) {
        return unused(letter, Integer.parseInt(code.substring(2)));
    }

    void giveUp(String code, LocalDate on) {
        givenUp.add(new GivenUp(code, on));
    }

    private String unused(String letter, int from) {
        for (var number = from; ; number = number + 1 < LOWEST + NUMBERS ? number + 1 : LOWEST) {
            var code = "C" + letter + number;
            if (given.add(code)) {
                return code;
            }
        }
    }
}
