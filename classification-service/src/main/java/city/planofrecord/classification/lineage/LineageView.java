package city.planofrecord.classification.lineage;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import city.planofrecord.chassis.http.HasRevision;
import city.planofrecord.chassis.ledger.Authority;
import city.planofrecord.classification.jobclass.KnownHeirs.Heir;
import city.planofrecord.classification.lineage.Lineage.Kind;

/**
 * Where a class comes from and what becomes of it.
 *
 * @param jobCode of the day asked for; else the last before it, or the first after it
 * @param resolvesTo the class itself where it is in effect on the day; else the classes in effect that descend from it
 * @param unresolved codes that acts name and that no class bears on the day of the act
 * @param complete whether there are no further predecessors or heirs than are shown
 */
@Schema(name = "JobClassLineage")
record LineageView(
        UUID id,
        String jobCode,
        String title,
        boolean inEffect,
        List<Recode> recodes,
        List<Step> predecessors,
        List<Step> heirs,
        List<Heir> resolvesTo,
        List<Unresolved> unresolved,
        boolean complete,
        long revision)
        implements HasRevision {

    /** @param on the first day on which it bears the new code */
    @Schema(name = "Recode")
    record Recode(LocalDate on, String from, String to, UUID act, Authority authority) {}

    /**
     * One class that took the place of another.
     *
     * @param on the first day of the heir in that place
     * @param generation 1 where the class asked for is one of the two
     * @param from the elder, as it was called on the day before
     * @param to the heir, as it is called on the day
     * @param act that says so
     */
    @Schema(
            name = "LineageStep",
            description =
                    "SUCCESSION: one took the place of one. SPLIT: several took the place of one, or one took a part of "
                            + "it. MERGE: one took the place of several, or was there already. REDISTRIBUTION: both.")
    record Step(LocalDate on, Kind kind, int generation, Called from, Called to, UUID act, Authority authority) {}

    /** A class as it is called on a day. */
    @Schema(name = "CalledJobClass")
    record Called(UUID id, String jobCode, String title) {}

    /** @param heir whether it is named as an heir; else as a predecessor */
    @Schema(name = "UnresolvedJobCode")
    record Unresolved(String jobCode, LocalDate on, boolean heir) {}
}
