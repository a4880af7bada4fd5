package city.planofrecord.classification.lineage;

import java.time.LocalDate;
import java.util.UUID;

import city.planofrecord.chassis.ledger.Authority;

/**
 * One class that takes the place of another, or of a part of it.
 *
 * @param on the first day of the heir in that place
 * @param act that says so; where both classes' acts do, one of them
 */
record Link(UUID elder, UUID heir, LocalDate on, UUID act, Authority authority) {}
