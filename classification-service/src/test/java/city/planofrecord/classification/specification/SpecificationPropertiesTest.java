package city.planofrecord.classification.specification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SpecificationPropertiesTest {

    private static final List<String> DASHES =
            List.of(" - ", "- ", " – ", "– ", "–", " — ", "—", " ‒ ", " − ", " -- ", " -");

    @Property(tries = 300)
    void whatIsPrintedReadsBackAsItself(@ForAll long seed) {
        var specification = Specifications.of(seed);
        for (var template : Templates.ALL) {
            var printed = SpecificationPrinter.print(specification, template.name());

            assertReads(printed, specification, template);
        }
    }

    @Property(tries = 300)
    void theOrderOfTheSectionsDoesNotMatter(@ForAll long seed) {
        var specification = Specifications.of(seed);
        for (var template : Templates.ALL) {
            var sections = sections(SpecificationPrinter.print(specification, template.name()));
            var shuffled = new ArrayList<>(sections.subList(1, sections.size()));
            Collections.shuffle(shuffled, new Random(seed));

            assertReads(sections.getFirst() + String.join("", shuffled), specification, template);
        }
    }

    @Property(tries = 300)
    void theSpellingOfTheHeadingsDoesNotMatter(@ForAll long seed) {
        var specification = Specifications.of(seed);
        for (var template : Templates.ALL) {
            var random = new Random(seed);
            var respelt = SpecificationPrinter.print(specification, template.name())
                    .lines()
                    .map(line -> respelt(line, template, random))
                    .collect(Collectors.joining("\n"));

            assertReads(respelt, specification, template);
        }
    }

    @Property(tries = 300)
    void theDashBeforeADefinitionDoesNotMatter(@ForAll long seed) {
        var specification = Specifications.of(seed);
        var random = new Random(seed);
        var dashed = SpecificationPrinter.print(specification, "2018")
                .lines()
                .map(line -> line.startsWith("**")
                        ? line.replaceFirst("\\*\\* - ", "**" + DASHES.get(random.nextInt(DASHES.size())))
                        : line)
                .collect(Collectors.joining("\n"));

        assertReads(dashed, specification, Templates.named("2018"));
    }

    @Test
    void theRealSpecificationsReadBackAsThemselvesInBothTemplates() {
        for (var seed : List.of("000_", "003_")) {
            for (var specification :
                    SpecificationParser.parse(Documents.seed(seed)).specifications()) {
                for (var template : Templates.ALL) {
                    assertReads(SpecificationPrinter.print(specification, template.name()), specification, template);
                }
            }
        }
    }

    @Test
    void everyTemplateSpellsEverySection() {
        for (var template : Templates.ALL) {
            for (var section : Section.values()) {
                if (section != Section.TITLE && section != Section.MINIMUM_QUALIFICATIONS) {
                    assertThat(template.headings()).as(template.name()).containsKey(section);
                }
            }
        }
    }

    @Test
    void everySpellingIsRecognised() {
        for (var template : Templates.ALL) {
            template.headings()
                    .forEach((section, spellings) -> spellings.forEach(spelling -> {
                        for (var line : List.of(
                                "### " + spelling,
                                "**" + spelling + "**",
                                spelling.endsWith(":") ? spelling : spelling + ":",
                                spelling.toUpperCase(Locale.ROOT) + ":")) {
                            assertThat(Headings.on(Line.read(1, line)))
                                    .as(line)
                                    .hasValueSatisfying(heading ->
                                            assertThat(heading.section()).isEqualTo(section));
                        }
                    }));
        }
    }

    private static void assertReads(String document, ClassSpecification specification, Template template) {
        var read = SpecificationParser.parse(document.lines().toList());

        assertThat(read.specifications()).as(document).hasSize(1);
        assertThat(Values.unsourced(
                        read.specifications().getFirst(),
                        read.specifications().getFirst().template()))
                .as(document)
                .isEqualTo(Values.unsourced(specification, template.name()));
    }

    /** The title, then each section with its heading. */
    private static List<String> sections(String document) {
        var sections = new ArrayList<StringBuilder>();
        sections.add(new StringBuilder());
        document.lines().forEach(line -> {
            if (Headings.on(Line.read(1, line)).isPresent()) {
                sections.add(new StringBuilder());
            }
            sections.getLast().append(line).append('\n');
        });
        return sections.stream().map(StringBuilder::toString).toList();
    }

    private static String respelt(String line, Template template, Random random) {
        var heading = Headings.on(Line.read(1, line));
        if (heading.isEmpty()) {
            return line;
        }
        var spellings = template.headings().get(heading.get().section());
        var spelling = spellings.get(random.nextInt(spellings.size())).replaceFirst(":$", "");
        var cased = random.nextBoolean() ? spelling : spelling.toUpperCase(Locale.ROOT);
        var joined = random.nextBoolean()
                ? cased.replace("&", "and")
                : cased.replace(" and ", " & ").replace(" AND ", " & ");
        var rest = heading.get().rest();
        if (!rest.isEmpty()) {
            return template.marking() == Template.Marking.MARKDOWN
                    ? "**%s: %s**".formatted(joined, rest)
                    : joined + (random.nextBoolean() ? ": " : ":") + rest;
        }
        return switch (template.marking()) {
            case PLAIN -> joined + (random.nextBoolean() || !cased.equals(cased.toUpperCase(Locale.ROOT)) ? ":" : "");
            case MARKDOWN ->
                List.of("### %s", "# %s", "## %s:", "**%s**", "**%s:**", " **%s**  ")
                        .get(random.nextInt(6))
                        .formatted(joined);
        };
    }
}
