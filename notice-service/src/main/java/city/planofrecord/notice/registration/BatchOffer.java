package city.planofrecord.notice.registration;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.notice.ItemCourse;
import city.planofrecord.notice.notice.ItemDecision;
import city.planofrecord.notice.notice.ItemIds;
import city.planofrecord.notice.notice.Notice;
import city.planofrecord.notice.notice.PrintedRange;
import city.planofrecord.notice.notice.ProposedAction;
import city.planofrecord.notice.notice.ProposedAction.ClassChange;
import city.planofrecord.notice.notice.ProposedItem;
import city.planofrecord.notice.notice.RegisterName;
import city.planofrecord.notice.notice.Terms;

/** The decided items as they are offered to the registers: everything that recording them needs. */
final class BatchOffer {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private BatchOffer() {}

    /**
     * The data of the event that offers the items decided together.
     *
     * @param notice after the decision
     * @param decided the items of that decision; those that it approves make the batch
     */
    static ObjectNode of(Notice notice, UUID batch, int attempt, Map<Integer, ItemDecision> decided) {
        var one = decided.values().iterator().next();
        var data = JSON.objectNode();
        data.put("number", notice.number());
        data.put("edition", notice.edition());
        data.put("batch", batch.toString());
        data.put("try", attempt);
        data.put("decidedOn", one.decidedOn().toString());
        var authority = data.putObject("authority");
        authority.put("kind", "NOTICE");
        authority.put("notice", notice.number());
        authority.put("citation", "Classification Notice No. " + notice.number());
        authority.put("decidedOn", one.decidedOn().toString());
        data.put("reason", "Approved by the " + one.body() + " on " + one.decidedOn());
        enactment(notice, decided, data);
        var outcomes = data.putArray("outcomes");
        new TreeMap<>(decided)
                .forEach((item, decision) -> outcomes.addObject()
                        .put("item", item)
                        .put("outcome", decision.outcome().name()));
        var items = data.putArray("items");
        for (var item : notice.draft().items()) {
            var decision = decided.get(item.item());
            if (decision != null && decision.outcome().approves() && isRecorded(notice.course(item.item()))) {
                items.add(item(notice, notice.asDecided(item, decision)));
            }
        }
        return data;
    }

    private static boolean isRecorded(ItemCourse course) {
        var enactment = course.enactment();
        return !course.wasRescinded() && (enactment == null || !enactment.keepsFromRecording());
    }

    private static void enactment(Notice notice, Map<Integer, ItemDecision> decided, ObjectNode data) {
        decided.keySet().stream()
                .map(item -> notice.course(item).enactment())
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(enactment -> {
                    var told = data.putObject("enactment")
                            .put("mode", enactment.mode().name());
                    var act = enactment.act();
                    if (act != null) {
                        told.put("ordinance", act.ordinance());
                        told.put("enactedOn", act.enactedOn().toString());
                        data.put(
                                "reason",
                                data.path("reason").asText() + ", enacted by " + act.ordinance() + " on "
                                        + act.enactedOn());
                    }
                });
    }

    private static ObjectNode item(Notice notice, ProposedItem item) {
        var course = notice.course(item.item());
        var ids = course.ids();
        var offered = JSON.objectNode();
        offered.put("item", item.item());
        offered.put("kind", item.kind().name());
        offered.put(
                "effectiveFrom", Objects.requireNonNull(course.effectiveDate()).toString());
        switch (item.action().orElseThrow()) {
            case ProposedAction.Revise revise -> {
                var set = set(revise.change());
                endExemption(set, revise.change());
                offered.set("jobClass", jobClass(ids, revise.jobCode(), set));
                assign(offered, ids, revise.change());
            }
            case ProposedAction.Establish establish -> {
                var set = set(establish.terms());
                flsaOfSpecification(set, establish.terms());
                offered.set("jobClass", jobClass(ids, establish.jobCode(), set));
                assign(offered, ids, establish.terms());
            }
            case ProposedAction.Abolish abolish -> {
                var set = JSON.objectNode();
                codes(set, "into", abolish.into());
                offered.set("jobClass", jobClass(ids, abolish.jobCode(), set));
            }
            case ProposedAction.EstablishSchedule establish -> {
                var set = thing(offered, "paySchedule", ids.paySchedule()).putObject("set");
                set.put("schedule", establish.schedule());
                text(set, "name", establish.name());
            }
            case ProposedAction.AbolishSchedule _ -> thing(offered, "paySchedule", ids.paySchedule());
            case ProposedAction.EstablishGrade establish -> {
                var set = thing(offered, "payGrade", ids.payGrade()).putObject("set");
                set.put("scheduleId", Objects.requireNonNull(ids.paySchedule()).toString());
                set.put("schedule", establish.grade().schedule());
                set.put("number", establish.grade().number());
                set.put("grade", establish.grade().canonical());
                set.set("range", range(establish.range()));
            }
            case ProposedAction.AdjustRange adjust ->
                thing(offered, "payGrade", ids.payGrade()).putObject("set").set("range", range(adjust.range()));
            case ProposedAction.AbolishGrade _ -> thing(offered, "payGrade", ids.payGrade());
        }
        return offered;
    }

    private static ObjectNode thing(ObjectNode offered, String name, @Nullable UUID id) {
        return offered.putObject(name).put("id", Objects.requireNonNull(id).toString());
    }

    private static ObjectNode jobClass(ItemIds ids, String jobCode, ObjectNode set) {
        var jobClass = JSON.objectNode();
        jobClass.put("id", Objects.requireNonNull(ids.jobClass()).toString());
        jobClass.put("jobCode", jobCode);
        jobClass.set("set", set);
        return jobClass;
    }

    private static ObjectNode set(ClassChange change) {
        var set = JSON.objectNode();
        text(set, "jobCode", change.jobCode());
        text(set, "title", change.title());
        text(set, "occupationalGroup", change.occupationalGroup());
        text(set, "series", change.series());
        text(
                set,
                "flsaStatus",
                change.flsaStatus() == null ? null : change.flsaStatus().name());
        text(
                set,
                "flsaExemption",
                change.flsaExemption() == null ? null : change.flsaExemption().name());
        if (change.eeo4Category() != null) {
            crosswalk(
                    set,
                    "eeo4Category",
                    change.eeo4Category().code(),
                    change.eeo4Category().scheme(),
                    change.eeo4Category().version());
        }
        if (change.socCode() != null) {
            crosswalk(
                    set,
                    "socCode",
                    change.socCode().code(),
                    change.socCode().scheme(),
                    change.socCode().version());
        }
        if (change.specification() != null) {
            set.set("specification", change.specification());
        }
        codes(set, "inPlaceOf", change.inPlaceOf());
        codes(set, "into", change.into());
        return set;
    }

    /** A new class has the status that its specification states, unless the item itself states one. */
    private static void flsaOfSpecification(ObjectNode set, ClassChange terms) {
        if (!set.has("flsaStatus") && terms.specification() != null) {
            var stated = terms.specification().path("flsa").path("status").asText();
            if (stated.equals("EXEMPT") || stated.equals("NON_EXEMPT")) {
                set.put("flsaStatus", stated);
            }
        }
    }

    /** A class that is exempt no more has no exemption, and a notice has no words to say so. */
    private static void endExemption(ObjectNode set, ClassChange change) {
        if (change.flsaStatus() == Terms.FlsaStatus.NON_EXEMPT) {
            set.putNull("flsaExemption");
        }
    }

    private static void assign(ObjectNode offered, ItemIds ids, ClassChange change) {
        if (change.grade() != null) {
            offered.putObject("gradeAssignment")
                    .put("gradeId", Objects.requireNonNull(ids.grade()).toString())
                    .put("grade", change.grade().canonical());
        }
    }

    private static ObjectNode range(PrintedRange range) {
        return JSON.objectNode()
                .put("minimum", range.minimum().written())
                .put("maximum", range.maximum().written())
                .put("currency", range.currency())
                .put("basis", range.basis().name());
    }

    private static void text(ObjectNode set, String name, @Nullable String value) {
        if (value != null) {
            set.put(name, value);
        }
    }

    private static void crosswalk(ObjectNode set, String name, String code, String scheme, String version) {
        set.putObject(name).put("code", code).put("scheme", scheme).put("version", version);
    }

    private static void codes(ObjectNode set, String name, List<String> codes) {
        if (!codes.isEmpty()) {
            var array = set.putArray(name);
            codes.forEach(array::add);
        }
    }

    /** The registers that act on each item of an offer, by the item's number. */
    static Map<Integer, Set<RegisterName>> registers(JsonNode offer) {
        if (RevisionOffer.is(offer)) {
            return RevisionOffer.registers(offer);
        }
        var registers = new TreeMap<Integer, Set<RegisterName>>();
        for (var item : offer.path("items")) {
            var acting = new EnumMap<RegisterName, Boolean>(RegisterName.class);
            var abolishes = item.path("kind").asText().equals("ABOLISH");
            acting.put(
                    RegisterName.CLASSIFICATION,
                    item.has("jobClass")
                            && (abolishes || !item.path("jobClass").path("set").isEmpty()));
            acting.put(
                    RegisterName.PAYGRADE,
                    abolishes || item.has("gradeAssignment") || item.has("payGrade") || item.has("paySchedule"));
            var of = EnumSet.noneOf(RegisterName.class);
            acting.forEach((register, acts) -> {
                if (acts) {
                    of.add(register);
                }
            });
            registers.put(item.path("item").asInt(), of);
        }
        return registers;
    }
}
