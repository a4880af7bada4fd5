package city.planofrecord.chassis.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;

/** The place of an entry among those of all chains, as a cursor. */
record Place(Instant at, Chain chain, long number) {

    private static final int PARTS = 4;

    static Place of(TrailEntry entry) {
        return new Place(entry.at(), entry.chain(), entry.number());
    }

    /** @throws Refused (400) where the text is no cursor of ours */
    static Place parse(String cursor) {
        var parts = cursor.split("~", PARTS);
        try {
            if (parts.length == PARTS) {
                return new Place(Instant.parse(parts[0]), new Chain(parts[1], parts[3]), Long.parseLong(parts[2]));
            }
        } catch (DateTimeException | NumberFormatException e) {
            throw unreadable(cursor);
        }
        throw unreadable(cursor);
    }

    private static Refused unreadable(String cursor) {
        return new Refused(
                ProblemKind.MALFORMED,
                "after must be a cursor from the Link of the page before.",
                List.of(Violation.ofParameter("after", "is no cursor", cursor, "what a Link gave")));
    }

    /** The cursor; the id comes last, since it may have any character. */
    @Override
    public String toString() {
        return at + "~" + chain.aggregate() + "~" + number + "~" + chain.id();
    }
}
