package city.planofrecord.notice.publishgate;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.notice.ProposedItem;
import city.planofrecord.notice.noticedocument.Severity;

/** The findings of one run of the gate. */
final class Findings {

    private final List<GateFinding> all = new ArrayList<>();

    void refuse(
            ProposedItem item,
            String field,
            GateRule rule,
            String message,
            @Nullable String found,
            @Nullable String expected) {
        all.add(new GateFinding(
                Severity.ERROR, item.item(), pointer(item, field), rule, null, message, found, expected));
    }

    void warn(
            ProposedItem item,
            String field,
            GateRule rule,
            String message,
            @Nullable String found,
            @Nullable String expected) {
        all.add(new GateFinding(
                Severity.WARNING, item.item(), pointer(item, field), rule, null, message, found, expected));
    }

    void refuse(
            String field,
            GateRule rule,
            @Nullable String citation,
            String message,
            @Nullable String found,
            @Nullable String expected) {
        all.add(new GateFinding(Severity.ERROR, null, field, rule, citation, message, found, expected));
    }

    /** @param item number of the item, null where the notice as a whole is meant */
    void refuse(
            @Nullable Integer item,
            String field,
            GateRule rule,
            String message,
            @Nullable String found,
            @Nullable String expected) {
        all.add(new GateFinding(Severity.ERROR, item, field, rule, null, message, found, expected));
    }

    void warn(String field, GateRule rule, String message, @Nullable String found, @Nullable String expected) {
        all.add(new GateFinding(Severity.WARNING, null, field, rule, null, message, found, expected));
    }

    void warn(String field, GateRule rule, @Nullable String citation, String message, String found, String expected) {
        all.add(new GateFinding(Severity.WARNING, null, field, rule, citation, message, found, expected));
    }

    private static String pointer(ProposedItem item, String field) {
        return "/items/" + (item.item() - 1) + field;
    }

    List<GateFinding> all() {
        return List.copyOf(all);
    }
}
