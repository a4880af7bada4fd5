package city.planofrecord.chassis.testing.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.jspecify.annotations.Nullable;

/** The JSON Schemas of the events, and a sample of each, in the folder that the system property {@code contracts} names. */
public final class EventContracts {

    private static final String BASE = "https://contracts.invalid/";
    private static final String COMMON = "common.json";

    private final Path folder;
    private final SchemaRegistry registry;

    public EventContracts() {
        this(Path.of(System.getProperty("contracts")));
    }

    EventContracts(Path folder) {
        this.folder = folder;
        this.registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(this::schema));
    }

    /** Every type that has a schema, without the prefix: {@code job-class.changed.v1}. */
    public Set<String> types() {
        return names("schemas");
    }

    /** Every type that has a sample. */
    public Set<String> samples() {
        return names("samples");
    }

    public String sample(String type) {
        return read(folder.resolve("samples").resolve(type + ".json"));
    }

    /** What is wrong with the data of an event, by its schema; empty where nothing is. */
    public List<String> faults(String type, String data) {
        if (!types().contains(type)) {
            return List.of("docs/contracts/schemas has no " + type + ".json");
        }
        return registry.getSchema(SchemaLocation.of(BASE + type + ".json")).validate(data, InputFormat.JSON).stream()
                .map(fault -> type + fault.getInstanceLocation() + ": " + fault.getMessage())
                .toList();
    }

    private @Nullable String schema(String iri) {
        return iri.startsWith(BASE) ? read(folder.resolve("schemas").resolve(iri.substring(BASE.length()))) : null;
    }

    private Set<String> names(String kind) {
        try (var files = Files.list(folder.resolve(kind))) {
            var names = new TreeSet<String>();
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json") && !name.equals(COMMON))
                    .forEach(name -> names.add(name.substring(0, name.length() - ".json".length())));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
