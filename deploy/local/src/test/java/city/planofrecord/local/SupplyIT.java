package city.planofrecord.local;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import city.planofrecord.local.BillOfMaterials.Component;

/** What the services are made of, and by whose leave. */
class SupplyIT {

    static final List<String> SERVICES = LoneServices.NAMES;

    private static final Path BASE = Path.of(System.getProperty("basedir", "."));
    private static final String OURS = "city.planofrecord";

    @ParameterizedTest
    @FieldSource("SERVICES")
    void theBillOfMaterialsNamesEveryFileThatIsDeliveredInItsVersionAndNoOther(String service) throws IOException {
        var named = bill(service).components().stream().map(Component::file).collect(toCollection(TreeSet::new));
        named.removeIf(file -> file.startsWith(OURS + "." + service));

        assertThat(delivered(service)).hasSizeGreaterThan(100).isEqualTo(named);
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void eachPartIsUsedUnderALicenceThatWasLookedAt(String service) throws IOException {
        var allowed = Set.copyOf(lines("licences-allowed.txt"));
        var stated = stated();
        var delivered = delivered(service);

        assertThat(bill(service).components())
                .filteredOn(component -> delivered.contains(component.file())
                        && !component.group().equals(OURS))
                .allSatisfy(component -> assertThat(licences(component, stated))
                        .as("licences of " + component.coordinates() + " " + component.version())
                        .anyMatch(allowed::contains));
    }

    @Test
    void theListOfAllPartsAndTheirLicencesIsWrittenForWhoMustPublishIt() throws IOException {
        var list = new TreeSet<String>();
        var stated = stated();
        for (var service : SERVICES) {
            var delivered = delivered(service);
            bill(service).components().stream()
                    .filter(component -> delivered.contains(component.file())
                            && !component.group().equals(OURS))
                    .map(component -> component.coordinates() + "  " + component.version() + "  "
                            + String.join(" or ", licences(component, stated)))
                    .forEach(list::add);
        }

        var written = Files.write(BASE.resolve("target").resolve("third-party.txt"), list);

        assertThat(written).content().contains("io.quarkus:quarkus-oidc  ").contains("Apache-2.0");
    }

    private static BillOfMaterials bill(String service) throws IOException {
        return BillOfMaterials.read(target(service).resolve(service + "-cyclonedx.json"));
    }

    private static Set<String> delivered(String service) throws IOException {
        try (var files = Files.walk(target(service).resolve("quarkus-app").resolve("lib"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .collect(toCollection(TreeSet::new));
        }
    }

    private static Path target(String service) {
        return BASE.resolve("../..").resolve(service).resolve("target");
    }

    private static Set<String> licences(Component component, Map<String, String> stated) {
        return component.licences().isEmpty() && stated.containsKey(component.coordinates())
                ? Set.of(stated.get(component.coordinates()))
                : component.licences();
    }

    /** Licences of parts whose owners name them in another place than in what they publish with them. */
    private static Map<String, String> stated() throws IOException {
        return lines("licences-stated-elsewhere.txt").stream()
                .map(line -> line.split("\\s+", 2))
                .collect(toMap(line -> line[0], line -> line[1]));
    }

    private static List<String> lines(String resource) throws IOException {
        return Files.readAllLines(BASE.resolve("src/test/resources").resolve(resource)).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }
}
