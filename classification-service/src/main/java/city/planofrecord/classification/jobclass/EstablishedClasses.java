package city.planofrecord.classification.jobclass;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;

import city.planofrecord.chassis.ledger.Row;
import city.planofrecord.classification.specification.ClassSpecification;
import city.planofrecord.classification.specification.KnownClasses;

/** Looks the class of a specification up by its job code, or by its title where it names none. */
@Singleton
class EstablishedClasses implements KnownClasses {

    private final JobClasses classes;
    private final Clock clock;

    EstablishedClasses(JobClasses classes, Clock clock) {
        this.classes = classes;
        this.clock = clock;
    }

    @Override
    public Optional<LocalDate> establishedOn(ClassSpecification specification) {
        var ledger = classes.register().ledger();
        var id = specification.jobCode() != null
                ? classes.find(JobCode.fromString(specification.jobCode()), LocalDate.now(clock), null)
                : specification.title() == null
                        ? Optional.<java.util.UUID>empty()
                        : ledger
                                .select(
                                        "lower(r.title) = lower(:title) and r.superseded_at is null",
                                        Map.of("title", specification.title()),
                                        null,
                                        "r.effective_from")
                                .stream()
                                .map(Row::subject)
                                .findFirst();
        return id.map(found -> ledger.rows(found, null))
                .filter(rows -> !rows.isEmpty())
                .map(rows -> rows.getFirst().effectiveFrom());
    }
}
