package city.planofrecord.classification.specification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Writes a specification as a document of a template. What {@link SpecificationParser} read, and is printed, reads back
 * as itself but for its sources and, where it is printed in another template, the name of that.
 */
public final class SpecificationPrinter {

    private final ClassSpecification specification;
    private final Template template;
    private final List<String> lines = new ArrayList<>();

    private SpecificationPrinter(ClassSpecification specification, Template template) {
        this.specification = specification;
        this.template = template;
    }

    /** The document in the specification's own template. */
    public static String print(ClassSpecification specification) {
        return print(specification, specification.template());
    }

    /**
     * The document in another template.
     *
     * @param template its name, as {@link ClassSpecification#template()} has it
     * @throws IllegalArgumentException when there is no template of that name
     */
    public static String print(ClassSpecification specification, String template) {
        return new SpecificationPrinter(specification, Templates.named(template)).print();
    }

    private String print() {
        title();
        for (var section : template.headings().keySet()) {
            section(section);
        }
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    private void title() {
        var title = specification.title();
        if (title != null) {
            var code = template.marking() == Template.Marking.MARKDOWN ? specification.jobCode() : null;
            block(Markup.escaped(title) + (code == null ? "" : " - " + code));
        }
    }

    private void section(Section section) {
        if (specification.none().contains(section.field())) {
            heading(section);
            note(section);
            block("None");
            return;
        }
        switch (section) {
            case TITLE -> {}
            case JOB_CODE -> {
                if (template.marking() == Template.Marking.PLAIN || specification.title() == null) {
                    field(section, specification.jobCode());
                }
            }
            case GENERAL_STATEMENT -> text(section, specification.generalStatement());
            case DISTINGUISHING_CHARACTERISTICS -> distinguishing();
            case DECISION_MAKING -> entries(section, specification.decisionMaking());
            case SUPERVISION_RECEIVED -> entries(section, specification.supervisionReceived());
            case INTERPERSONAL_CONTACTS -> entries(section, specification.interpersonalContacts());
            case SUPERVISION_EXERCISED -> entries(section, specification.supervisionExercised());
            case ESSENTIAL_DUTIES -> duties();
            case MINIMUM_QUALIFICATIONS, CLASS_DETAIL -> heading(section);
            case COMPETENCIES -> competencies();
            case KNOWLEDGE_AND_SKILLS -> {
                if (!knowledgeAmongCompetencies()) {
                    entries(section, specification.knowledgeAndSkills());
                }
            }
            case PHYSICAL_DEMAND_LEVEL -> text(section, specification.physicalDemandLevel());
            case PHYSICAL_DEMANDS -> demands();
            case WORKING_ENVIRONMENT -> entries(section, specification.workingEnvironment());
            case EDUCATION -> text(section, specification.education());
            case EXPERIENCE -> text(section, specification.experience());
            case EQUIVALENCIES -> entries(section, specification.equivalencies());
            case LICENSURE -> entries(section, specification.licensure());
            case BACKGROUND_CHECKS -> entries(section, specification.backgroundChecks());
            case ASSESSMENT -> text(section, specification.assessment());
            case PROBATION_PERIOD -> text(section, specification.probationPeriod());
            case PAY_GRADE -> field(section, specification.payGrade());
            case FLSA -> {
                var flsa = specification.flsa();
                field(section, flsa == null ? null : flsa.asWritten());
            }
            case ESTABLISHED_DATE -> field(section, date(specification.established()));
            case ESTABLISHED_BY -> field(section, by(specification.established()));
            case REVISED_DATE -> field(section, date(specification.revised()));
            case REVISED_BY -> field(section, by(specification.revised()));
            case CLASS_HISTORY -> history();
        }
    }

    private void text(Section section, @Nullable String text) {
        if (text != null) {
            heading(section);
            paragraphs(text);
        }
    }

    private void entries(Section section, List<String> entries) {
        if (entries.isEmpty()) {
            return;
        }
        heading(section);
        for (var i = 0; i < entries.size(); i++) {
            entry(entries.get(i), i == 0);
        }
    }

    /** An entry in lower case would be taken for the rest of the one before it, were it no bullet. */
    private void entry(String entry, boolean first) {
        if (!first && Character.isLowerCase(entry.charAt(0))) {
            block("- " + Markup.escaped(entry));
        } else {
            paragraphs(entry);
        }
    }

    private void distinguishing() {
        var entries = specification.distinguishingCharacteristics();
        if (entries.isEmpty()) {
            return;
        }
        heading(Section.DISTINGUISHING_CHARACTERISTICS);
        var named = entries.stream()
                .flatMap(entry -> DistinguishingRule.titles(entry).stream())
                .distinct()
                .toList();
        var italics = template.marking() == Template.Marking.PLAIN || !named.equals(specification.distinguishedFrom());
        var longestFirst = specification.distinguishedFrom().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Markup::escaped)
                .toList();
        for (var entry : entries) {
            var written = Markup.escaped(entry);
            if (italics) {
                for (var title : longestFirst) {
                    written = emphasised(written, title, entries);
                }
            }
            block(written);
        }
    }

    /** In italics where the class is set apart from it, or if no paragraph does that, where it is first named. */
    private static String emphasised(String paragraph, String title, List<String> all) {
        for (var before : List.of("from the ", "from ", "and the ")) {
            var at = paragraph.indexOf(before + title);
            if (at >= 0) {
                return emphasised(paragraph, at + before.length(), title);
            }
        }
        var setApart =
                all.stream().anyMatch(entry -> entry.contains("from the " + title) || entry.contains("from " + title));
        var at = setApart ? -1 : paragraph.indexOf(title);
        return at < 0 ? paragraph : emphasised(paragraph, at, title);
    }

    private static String emphasised(String paragraph, int at, String title) {
        return paragraph.substring(0, at) + "*" + title + "*" + paragraph.substring(at + title.length());
    }

    private void duties() {
        if (specification.essentialDuties().isEmpty() && specification.dutiesNote() == null) {
            return;
        }
        heading(Section.ESSENTIAL_DUTIES);
        var first = true;
        for (var duty : specification.essentialDuties()) {
            entry(duty.text(), first);
            first = false;
            if (!duty.items().isEmpty()) {
                duty.items().forEach(item -> lines.add("- " + Markup.escaped(item)));
                lines.add("");
            }
        }
        var note = specification.dutiesNote();
        if (note != null) {
            block(Markup.escaped(note));
        }
    }

    private void competencies() {
        if (specification.competencies().isEmpty()) {
            return;
        }
        heading(Section.COMPETENCIES);
        for (var competency : specification.competencies()) {
            var name = Markup.escaped(competency.name());
            var definition = Markup.escaped(competency.definition());
            block(
                    switch (template.marking()) {
                        case PLAIN -> name + " – " + definition;
                        case MARKDOWN -> "**" + name + "** - " + definition;
                    });
        }
        if (knowledgeAmongCompetencies()) {
            specification.knowledgeAndSkills().forEach(this::paragraphs);
        }
    }

    private boolean knowledgeAmongCompetencies() {
        return Headings.key(spelling(Section.COMPETENCIES)).contains("knowledge")
                && !specification.competencies().isEmpty()
                && specification.knowledgeAndSkills().stream().allMatch(CompetenciesRule::isKnowledgeOrSkill);
    }

    private void demands() {
        if (specification.physicalDemands().isEmpty() && specification.physicalDemandsNote() == null) {
            return;
        }
        heading(Section.PHYSICAL_DEMANDS);
        note(Section.PHYSICAL_DEMANDS);
        for (var demand : specification.physicalDemands()) {
            block(Markup.escaped(demand.name()) + ": " + Markup.escaped(demand.definition()));
        }
    }

    private void note(Section section) {
        var note = specification.physicalDemandsNote();
        if (section.noted() && note != null) {
            block("(" + Markup.escaped(note) + "):");
        }
    }

    private void history() {
        if (specification.history().isEmpty()) {
            return;
        }
        heading(Section.CLASS_HISTORY);
        for (var entry : specification.history()) {
            var text = Markup.escaped(entry.text());
            var date = entry.date();
            if (date == null) {
                block(text + (entry.initials() == null ? "" : " (" + entry.initials() + ")"));
            } else if (entry.initials() == null) {
                block(date.asWritten() + ": " + text);
            } else {
                block(date.asWritten() + " (" + entry.initials() + ") - " + text);
            }
        }
    }

    private void field(Section section, @Nullable String value) {
        if (value != null) {
            var said = spelling(section) + ": " + Markup.escaped(value);
            block(template.marking() == Template.Marking.MARKDOWN ? "**" + said + "**" : said);
        }
    }

    private void heading(Section section) {
        var spelling = spelling(section);
        block(
                switch (template.marking()) {
                    case PLAIN -> spelling.equals(spelling.toUpperCase(Locale.ROOT)) ? spelling : spelling + ":";
                    case MARKDOWN ->
                        section.compareTo(Section.ASSESSMENT) < 0 ? "### " + spelling : "**" + spelling + "**";
                });
    }

    private String spelling(Section section) {
        var spelling = template.headings()
                .getOrDefault(section, List.of(section.field()))
                .getFirst();
        return spelling.endsWith(":") ? spelling.substring(0, spelling.length() - 1) : spelling;
    }

    /** The paragraphs, bulleted items and alternatives of one value. */
    private void paragraphs(String text) {
        for (var paragraph : text.split("\n", -1)) {
            block(
                    paragraph.startsWith("- ")
                            ? "- " + Markup.escaped(paragraph.substring(2))
                            : Markup.escaped(paragraph));
        }
    }

    private void block(String text) {
        lines.add(text);
        lines.add("");
    }

    private static @Nullable String date(@Nullable Stamp stamp) {
        var date = stamp == null ? null : stamp.date();
        return date == null ? null : date.asWritten();
    }

    private static @Nullable String by(@Nullable Stamp stamp) {
        return stamp == null ? null : stamp.by();
    }
}
