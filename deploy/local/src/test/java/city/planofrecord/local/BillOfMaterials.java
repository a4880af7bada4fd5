package city.planofrecord.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** What a service is made of, as its CycloneDX document says. */
record BillOfMaterials(List<Component> components) {

    private static final Pattern CLASSIFIER = Pattern.compile("classifier=([^&#]+)");

    /**
     * A part that we have not written.
     *
     * @param file its name among the files that are delivered
     * @param licences by their SPDX ids, or as their owner has named them where that is no SPDX name; any of them may be chosen
     */
    record Component(String group, String name, String version, String file, Set<String> licences) {

        String coordinates() {
            return group + ":" + name;
        }
    }

    static BillOfMaterials read(Path document) throws IOException {
        var components = new ArrayList<Component>();
        for (var component : new JsonMapper().readTree(document.toFile()).path("components")) {
            components.add(component(component));
        }
        return new BillOfMaterials(components);
    }

    private static Component component(JsonNode component) {
        var group = component.path("group").asText();
        var name = component.path("name").asText();
        var version = component.path("version").asText();
        var classifier = CLASSIFIER.matcher(component.path("purl").asText());
        var ending = classifier.find() ? "-" + classifier.group(1) : "";
        var licences = new TreeSet<String>();
        for (var choice : component.path("licenses")) {
            var licence = choice.path("license");
            licences.add(choice.path("expression")
                    .asText(licence.path("id").asText(licence.path("name").asText())));
        }
        return new Component(group, name, version, group + "." + name + "-" + version + ending + ".jar", licences);
    }
}
