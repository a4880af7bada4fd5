package city.planofrecord.paygrade.soundness;

import java.util.UUID;

/**
 * Why a plan cannot stand.
 *
 * @param thing the schedule, grade or class whose change is at fault
 * @param found what it says
 * @param expected what would do
 */
public record Flaw(UUID thing, Kind kind, String message, String found, String expected) {

    public enum Kind {
        /** A letter or code that another bears on one of the days. */
        TAKEN,
        /** What it rests on is not there on one of the days. */
        UNFOUNDED,
        /** Others rest on it on a day on which it is no more. */
        STILL_USED
    }
}
