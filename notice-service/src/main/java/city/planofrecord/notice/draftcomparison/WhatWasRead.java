package city.planofrecord.notice.draftcomparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.notice.Draft;
import city.planofrecord.notice.notice.Draft.AttachedText;
import city.planofrecord.notice.notice.SameItems;
import city.planofrecord.notice.noticedocument.Lines;

/** What was read from a document, value by value, and where each is in the draft of today. */
final class WhatWasRead {

    private static final String ITEMS = "/items/";
    private static final String SPECIFICATION = "/proposed/specification";

    private final Draft draft;
    private final JsonNode now;
    private final Pointers pointers = new Pointers();

    /** @param now the draft as JSON */
    WhatWasRead(Draft draft, JsonNode now) {
        this.draft = draft;
        this.now = now;
    }

    /**
     * From the document of the notice itself.
     *
     * @param before the draft as it was read
     * @param then the same as JSON
     * @param replaced keys of the attachments that were handed in by themselves since
     */
    List<ReadValue> ofNotice(Draft before, JsonNode then, Set<String> replaced) {
        var sources = new LinkedHashMap<>(before.sources());
        for (var i = 0; i < before.attachments().size(); i++) {
            var place = "/attachments/" + i + "/specification";
            sources(before.attachments().get(i).specification()).forEach((at, lines) -> sources.put(place + at, lines));
        }
        var same = SameItems.of(before.items(), draft.items());
        var values = new ArrayList<ReadValue>();
        leaves(sources, then).forEach((readAs, lines) -> {
            var was = Pointers.at(then, readAs);
            if (was.isMissingNode() || was.isNull()) {
                return;
            }
            if (readAs.startsWith("/attachments/")) {
                values.add(ofAttached(readAs, lines, was, before, replaced));
            } else {
                var place =
                        readAs.startsWith(ITEMS) ? inItem(then, readAs, same) : pointers.find("", then, now, readAs);
                values.add(ReadValue.of(readAs, lines, was, place, now));
            }
        });
        return List.copyOf(values);
    }

    /** From the document of an attachment that was handed in by itself. */
    List<ReadValue> ofAttachment(AttachedText attachment, JsonNode specification) {
        var values = new ArrayList<ReadValue>();
        leaves(sources(specification), specification).forEach((readAs, lines) -> {
            var was = Pointers.at(specification, readAs);
            if (!was.isMissingNode() && !was.isNull()) {
                values.add(ReadValue.of(readAs, lines, was, inSpecification(attachment, specification, readAs), now));
            }
        });
        return List.copyOf(values);
    }

    private ReadValue ofAttached(String readAs, Lines lines, JsonNode was, Draft before, Set<String> replaced) {
        var segments = Pointers.segments(readAs);
        var former = before.attachments().get(Integer.parseInt(segments.get(1)));
        var key = former.key();
        var present = key == null || replaced.contains(key) ? null : attachment(key);
        // An attachment that was put as JSON has no document, and is another all the same.
        if (present == null || !present.specification().equals(former.specification())) {
            return ReadValue.replaced(readAs, lines, was);
        }
        var rest = "/" + String.join("/", segments.subList(3, segments.size()));
        return ReadValue.of(readAs, lines, was, inSpecification(present, former.specification(), rest), now);
    }

    private @Nullable AttachedText attachment(String key) {
        return draft.attachments().stream()
                .filter(attachment -> key.equals(attachment.key()))
                .findFirst()
                .orElse(null);
    }

    private Optional<String> inItem(JsonNode then, String readAs, SameItems same) {
        var segments = Pointers.segments(readAs);
        var number = Integer.parseInt(segments.get(1)) + 1;
        return same.of(number).flatMap(item -> {
            var place = ITEMS + (item - 1);
            var rest = segments.size() == 2 ? "" : "/" + String.join("/", segments.subList(2, segments.size()));
            return pointers.find(ITEMS + number, Pointers.at(then, ITEMS + (number - 1)), Pointers.at(now, place), rest)
                    .map(found -> place + found);
        });
    }

    /** A specification is the item's once it is joined to one; else only the attachment has it. */
    private Optional<String> inSpecification(AttachedText attachment, JsonNode specification, String rest) {
        var item = attachment.item();
        var place = item == null
                ? "/attachments/" + draft.attachments().indexOf(attachment) + "/specification"
                : ITEMS + (item - 1) + SPECIFICATION;
        return pointers.find("attachment " + attachment.key(), specification, Pointers.at(now, place), rest)
                .map(found -> place + found);
    }

    private static Map<String, Lines> sources(JsonNode specification) {
        var sources = new LinkedHashMap<String, Lines>();
        specification.path("sources").properties().forEach(source -> {
            var lines = lines(source.getValue());
            if (lines != null && source.getKey().startsWith("/")) {
                sources.put(source.getKey(), lines);
            }
        });
        return sources;
    }

    private static @Nullable Lines lines(JsonNode source) {
        var from = source.path("from").asInt();
        var to = source.path("to").asInt();
        return from < 1 || to < from ? null : new Lines(from, to);
    }

    /** The lines of the smallest parts: where some parts of a value have lines of their own, the others have those before them. */
    private static Map<String, Lines> leaves(Map<String, Lines> sources, JsonNode root) {
        var above = new HashMap<String, Integer>();
        sources.forEach((pointer, lines) -> {
            for (var end = pointer.lastIndexOf('/'); end > 0; end = pointer.lastIndexOf('/', end - 1)) {
                above.merge(pointer.substring(0, end), lines.from(), Math::min);
            }
        });
        var leaves = new LinkedHashMap<String, Lines>();
        sources.forEach((pointer, lines) -> {
            var firstPart = above.get(pointer);
            if (firstPart == null) {
                leaves.put(pointer, lines);
            } else {
                Pointers.at(root, pointer).properties().forEach(field -> {
                    var part = pointer + "/" + field.getKey();
                    if (!sources.containsKey(part) && !above.containsKey(part)) {
                        leaves.put(part, new Lines(lines.from(), Math.max(lines.from(), firstPart - 1)));
                    }
                });
            }
        });
        return leaves;
    }
}
