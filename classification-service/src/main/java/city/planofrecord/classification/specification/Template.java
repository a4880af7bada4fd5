package city.planofrecord.classification.specification;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one template calls its sections, in the order in which it prints them, and how it marks their headings.
 *
 * @param name what {@link ClassSpecification#template()} calls it
 * @param marking how headings are set apart
 * @param headings the spellings of each section's heading; the first is the one that is printed
 */
record Template(String name, Marking marking, Map<Section, List<String>> headings) {

    /** How a template sets its headings apart from their text. */
    enum Marking {
        /** Capitals and colons, as a word processor's text keeps them. */
        PLAIN,
        /** Markdown. */
        MARKDOWN
    }

    Template {
        headings = Collections.unmodifiableMap(new LinkedHashMap<>(headings));
    }

    static Template of(String name, Marking marking, Spellings... headings) {
        var bySection = new LinkedHashMap<Section, List<String>>();
        Arrays.stream(headings).forEach(heading -> bySection.put(heading.section(), heading.spellings()));
        return new Template(name, marking, bySection);
    }

    static Spellings heading(Section section, String... spellings) {
        return new Spellings(section, List.of(spellings));
    }

    record Spellings(Section section, List<String> spellings) {}
}
