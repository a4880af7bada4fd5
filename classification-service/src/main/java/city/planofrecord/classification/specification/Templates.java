package city.planofrecord.classification.specification;

import java.util.List;

/** All templates that are read and printed. */
final class Templates {

    /** A further template is a further file, and a further entry here. The first is assumed where nothing speaks for any. */
    static final List<Template> ALL = List.of(Template2011.TEMPLATE, Template2018.TEMPLATE);

    private Templates() {}

    /** @throws IllegalArgumentException when there is no template of that name */
    static Template named(String name) {
        return ALL.stream()
                .filter(template -> template.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No template is called " + name));
    }
}
