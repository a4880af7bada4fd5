package city.planofrecord.classification.specification;

import java.time.LocalDate;
import java.util.Optional;

/** What the register knows of the class that a specification defines. */
public interface KnownClasses {

    /** The day on which the class was established, inclusive; empty where the register does not have the class. */
    Optional<LocalDate> establishedOn(ClassSpecification specification);
}
