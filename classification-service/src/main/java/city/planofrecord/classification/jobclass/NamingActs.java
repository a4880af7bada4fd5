package city.planofrecord.classification.jobclass;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jdbi.v3.core.Jdbi;

import city.planofrecord.chassis.ledger.Ledger;
import city.planofrecord.chassis.ledger.TextArray;

/** The acts in force that name heirs or forerunners by their codes. */
record NamingActs(Jdbi jdbi, Ledger ledger) {

    /** Those that name one of the codes. */
    List<ClassesAfter.Naming> of(Set<String> codes) {
        var naming = new ArrayList<ClassesAfter.Naming>();
        ledger.findAll(classes(codes))
                .forEach((id, entry) -> entry.timeline().inForce().stream()
                        .filter(act ->
                                act.set().containsKey("into") || act.set().containsKey("inPlaceOf"))
                        .forEach(act -> naming.add(new ClassesAfter.Naming(id, act))));
        return naming;
    }

    private List<UUID> classes(Set<String> codes) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select distinct subject_id from job_class_act"
                                + " where (jsonb_exists(fields, 'into') or jsonb_exists(fields, 'inPlaceOf'))"
                                + " and (jsonb_exists_any(coalesce(nullif(fields -> 'into', 'null'), '[]'), cast(:codes as text[]))"
                                + " or jsonb_exists_any(coalesce(nullif(fields -> 'inPlaceOf', 'null'), '[]'), cast(:codes as text[])))")
                .bind("codes", TextArray.of(codes))
                .mapTo(UUID.class)
                .list());
    }
}
