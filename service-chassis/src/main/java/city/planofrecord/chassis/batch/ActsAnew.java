package city.planofrecord.chassis.batch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.event.Ids;
import city.planofrecord.chassis.ledger.Authority;
import city.planofrecord.chassis.ledger.Entry;
import city.planofrecord.chassis.ledger.NewAct;
import city.planofrecord.chassis.ledger.RecordedAct;
import city.planofrecord.chassis.register.ActRules;
import city.planofrecord.chassis.timeline.Act;
import city.planofrecord.chassis.timeline.ActKind;
import city.planofrecord.chassis.timeline.Voice;

/**
 * The acts that revise an act: those that say it anew, if any, and the cancellation that takes it out. What is said anew
 * stands before the cancellation, so that no event tells of a gap that nobody meant.
 *
 * @param today of the city
 * @param authority of the revision, without an item
 * @param actor the service that decided on it
 */
record ActsAnew(LocalDate today, Authority authority, String reason, String actor) {

    /** Why the act cannot be revised so; empty where it can. */
    Optional<String> hindrance(RevisedItem item, Act<JsonNode> act) {
        return switch (item) {
            case RevisedItem.TakenOut _ -> begun(act);
            case RevisedItem.Moved moved -> begun(act).or(() -> tooEarly(moved.from()));
            case RevisedItem.Ended ended ->
                ended.until().isBefore(act.from())
                        ? Optional.of("It begins on " + act.from() + " and cannot end on " + ended.until()
                                + ". Take it out instead.")
                        : Optional.empty();
        };
    }

    private Optional<String> begun(Act<JsonNode> act) {
        return act.from().isAfter(today)
                ? Optional.empty()
                : Optional.of("It took effect on " + act.from()
                        + ", and what is in effect is neither taken out nor moved. Record a correction.");
    }

    private Optional<String> tooEarly(LocalDate from) {
        return from.isAfter(today) && !from.isAfter(ActRules.LATEST)
                ? Optional.empty()
                : Optional.of("It cannot take effect on " + from + ": give a date after " + today + ", until "
                        + ActRules.LATEST + ".");
    }

    /**
     * What is recorded.
     *
     * @param entry the thing, in whose timeline the act is in force
     */
    List<NewAct> of(RevisedItem item, Entry entry, RecordedAct taken) {
        var act = taken.act();
        var acts = new ArrayList<NewAct>();
        switch (item) {
            case RevisedItem.TakenOut _ -> {}
            case RevisedItem.Moved moved ->
                acts.add(act(item, act.kind(), moved.from(), null, act.set(), act.exists(), null));
            case RevisedItem.Ended ended ->
                entry.timeline().voices(act.id()).stream()
                        .filter(voice -> voice.from().isBefore(ended.until()))
                        .map(voice -> spoken(item, act, voice, ended.until()))
                        .forEach(acts::add);
        }
        acts.add(act(item, ActKind.CANCELLED, act.from(), null, Map.of(), null, act.id()));
        return acts;
    }

    private NewAct spoken(RevisedItem item, Act<JsonNode> act, Voice voice, LocalDate end) {
        var set = new HashMap<String, JsonNode>();
        voice.fields()
                .forEach(
                        field -> set.put(field, Objects.requireNonNull(act.set().get(field))));
        var until = voice.until() == null || voice.until().isAfter(end) ? end : voice.until();
        return act(item, ActKind.CORRECTED, voice.from(), until, set, voice.existence() ? act.exists() : null, null);
    }

    private NewAct act(
            RevisedItem item,
            ActKind kind,
            LocalDate from,
            @Nullable LocalDate until,
            Map<String, JsonNode> set,
            @Nullable Boolean exists,
            @Nullable UUID cancels) {
        return new NewAct(
                Ids.next(),
                kind,
                from,
                until,
                set,
                exists,
                cancels,
                new Authority(
                        authority.kind(), authority.notice(), item.item(), authority.citation(), authority.decidedOn()),
                reason,
                actor,
                !from.isAfter(today));
    }
}
