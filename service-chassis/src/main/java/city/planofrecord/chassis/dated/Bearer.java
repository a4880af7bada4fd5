package city.planofrecord.chassis.dated;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;

/** Whom a code means that several things have borne, one after the other. */
public final class Bearer {

    private Bearer() {}

    /**
     * The thing that bears the code on the day; else the last that bore it; else the first that will.
     *
     * @param bearing every stretch of days in which a thing bears the code
     */
    public static Optional<UUID> meant(Collection<Span> bearing, LocalDate day) {
        var begun = bearing.stream().filter(span -> !span.from().isAfter(day)).max(Comparator.comparing(Span::from));
        return begun.or(() -> bearing.stream().min(Comparator.comparing(Span::from)))
                .map(Span::id);
    }
}
