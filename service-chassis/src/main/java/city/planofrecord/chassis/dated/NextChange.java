package city.planofrecord.chassis.dated;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The date of the next row, and where to read it. */
public record NextChange(LocalDate date, String href) {

    /**
     * The first day after the given one on which a stretch of the thing begins or ends: read there what is so then, or, where
     * the thing is not, its timeline.
     *
     * @param spans every stretch of the thing
     * @param address of the thing
     */
    public static Optional<NextChange> after(LocalDate day, Collection<Span> spans, String address) {
        return spans.stream()
                .flatMap(span -> Stream.of(span.from(), span.until()))
                .filter(Objects::nonNull)
                .filter(date -> date.isAfter(day))
                .min(LocalDate::compareTo)
                .map(date -> new NextChange(
                        date,
                        address
                                + (spans.stream().anyMatch(span -> span.covers(date))
                                        ? "?asOf=" + date
                                        : "/timeline")));
    }
}
