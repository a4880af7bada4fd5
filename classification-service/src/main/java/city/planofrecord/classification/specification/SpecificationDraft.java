package city.planofrecord.classification.specification;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Takes what the rules read, with the lines that it came from, until a specification is complete. */
final class SpecificationDraft {

    private static final Map<String, FlsaStatus> FLSA = Map.of(
            "exempt", FlsaStatus.EXEMPT,
            "non exempt", FlsaStatus.NON_EXEMPT,
            "nonexempt", FlsaStatus.NON_EXEMPT,
            "not exempt", FlsaStatus.NON_EXEMPT);

    private final Findings findings;
    private final Map<Section, String> texts = new EnumMap<>(Section.class);
    private final Map<Section, List<String>> entries = new EnumMap<>(Section.class);
    private final Map<Section, List<Definition>> definitions = new EnumMap<>(Section.class);
    private final List<Duty> duties = new ArrayList<>();
    private final Set<String> distinguishedFrom = new LinkedHashSet<>();
    private final List<HistoryEntry> history = new ArrayList<>();
    private final Set<Section> none = EnumSet.noneOf(Section.class);
    private final Map<String, Lines> sources = new LinkedHashMap<>();
    private @Nullable String dutiesNote;
    private @Nullable String demandsNote;

    SpecificationDraft(Findings findings) {
        this.findings = findings;
    }

    void read(SectionText text) {
        if (text.saysNone()) {
            none.add(text.section());
        } else {
            Grammar.read(text, this);
        }
    }

    void addNone(Section section) {
        none.add(section);
    }

    void setField(Section section, String value, Lines lines) {
        if (texts.putIfAbsent(section, value) == null) {
            source(pointer(section), lines);
        } else {
            findings.unclaimed(value, lines);
        }
    }

    void appendText(Section section, String text, Lines lines) {
        texts.merge(section, text, (one, other) -> one + "\n" + other);
        source("/" + section.field(), lines);
    }

    void addEntry(Section section, String text, Lines lines) {
        var list = entries.computeIfAbsent(section, any -> new ArrayList<>());
        source("/%s/%d".formatted(section.field(), list.size()), lines);
        list.add(text);
    }

    void addDefinition(Section section, Definition definition, Lines lines) {
        var list = definitions.computeIfAbsent(section, any -> new ArrayList<>());
        source("/%s/%d".formatted(section.field(), list.size()), lines);
        list.add(definition);
    }

    void addDuty(@Nullable Passage duty, List<Passage> items) {
        if (duty == null) {
            return;
        }
        var pointer = "/%s/%d".formatted(Section.ESSENTIAL_DUTIES.field(), duties.size());
        source(pointer, duty.lines());
        for (var i = 0; i < items.size(); i++) {
            source(pointer, items.get(i).lines());
            source("%s/items/%d".formatted(pointer, i), items.get(i).lines());
        }
        duties.add(new Duty(duty.text(), items.stream().map(Passage::text).toList()));
    }

    void appendDutiesNote(String text, Lines lines) {
        dutiesNote = dutiesNote == null ? text : dutiesNote + " " + text;
        source("/dutiesNote", lines);
    }

    void appendDemandsNote(String text, Lines lines) {
        demandsNote = demandsNote == null ? text : demandsNote + " " + text;
        source("/physicalDemandsNote", lines);
    }

    void addDistinguishedFrom(String title, Lines lines) {
        if (distinguishedFrom.add(title)) {
            source("/distinguishedFrom/%d".formatted(distinguishedFrom.size() - 1), lines);
        }
    }

    void addHistory(HistoryEntry entry, Lines lines) {
        var pointer = "/history/%d".formatted(history.size());
        source(pointer, lines);
        if (entry.date() != null) {
            findings.date(entry.date(), lines, pointer + "/date");
        }
        history.add(entry);
    }

    void unclaimed(Passage passage) {
        findings.unclaimed(passage.text(), passage.lines());
    }

    void unclaimed(List<Line> lines) {
        findings.unclaimed(lines);
    }

    void possibleSplits(List<Lines> splits) {
        splits.forEach(findings::possibleSplit);
    }

    /** @param title the lines of the title, or where it ought to be */
    ClassSpecification complete(String template, Lines title) {
        requireSections(title);
        if (!texts.containsKey(Section.TITLE)) {
            findings.add(
                    Severity.ERROR,
                    FindingCode.NO_TITLE,
                    "No title stands before the first section. Add it.",
                    title,
                    "/title");
        }
        if (!texts.containsKey(Section.JOB_CODE)) {
            findings.add(
                    Severity.INFO,
                    FindingCode.NO_JOB_CODE,
                    "The specification bears no job code; it can only be told by its title.",
                    title,
                    "/jobCode");
        }
        var established = stamp(Section.ESTABLISHED_DATE, Section.ESTABLISHED_BY);
        var revised = stamp(Section.REVISED_DATE, Section.REVISED_BY);
        confirmEstablished(established, revised);
        return new ClassSpecification(
                template,
                texts.get(Section.TITLE),
                texts.get(Section.JOB_CODE),
                texts.get(Section.GENERAL_STATEMENT),
                entries(Section.DISTINGUISHING_CHARACTERISTICS),
                List.copyOf(distinguishedFrom),
                entries(Section.DECISION_MAKING),
                entries(Section.SUPERVISION_RECEIVED),
                entries(Section.INTERPERSONAL_CONTACTS),
                entries(Section.SUPERVISION_EXERCISED),
                duties,
                dutiesNote,
                definitions(Section.COMPETENCIES),
                entries(Section.KNOWLEDGE_AND_SKILLS),
                texts.get(Section.PHYSICAL_DEMAND_LEVEL),
                demandsNote,
                definitions(Section.PHYSICAL_DEMANDS),
                entries(Section.WORKING_ENVIRONMENT),
                texts.get(Section.EDUCATION),
                texts.get(Section.EXPERIENCE),
                entries(Section.EQUIVALENCIES),
                entries(Section.LICENSURE),
                entries(Section.BACKGROUND_CHECKS),
                texts.get(Section.ASSESSMENT),
                texts.get(Section.PROBATION_PERIOD),
                texts.get(Section.PAY_GRADE),
                flsa(),
                established,
                revised,
                history,
                none.stream().map(Section::field).distinct().toList(),
                sources);
    }

    private void requireSections(Lines title) {
        if (!texts.containsKey(Section.GENERAL_STATEMENT)) {
            missing(Section.GENERAL_STATEMENT, title);
        }
        if (duties.isEmpty()) {
            missing(Section.ESSENTIAL_DUTIES, title);
        }
    }

    private void missing(Section section, Lines title) {
        findings.add(
                Severity.WARNING,
                FindingCode.MISSING_SECTION,
                "The specification has no %s."
                        .formatted(section.name().toLowerCase(Locale.ROOT).replace('_', ' ')),
                title,
                "/" + section.field());
    }

    private @Nullable Flsa flsa() {
        var written = texts.get(Section.FLSA);
        if (written == null) {
            return null;
        }
        var status = FLSA.getOrDefault(Headings.key(written), FlsaStatus.UNKNOWN);
        if (status == FlsaStatus.UNKNOWN) {
            findings.add(
                    Severity.WARNING,
                    FindingCode.FLSA_NOT_UNDERSTOOD,
                    "\"%s\" does not say whether the class is exempt; its meaning is not stated. Set the status by hand."
                            .formatted(written),
                    sourceOf("/flsa"),
                    "/flsa");
        }
        return new Flsa(written, status);
    }

    private @Nullable Stamp stamp(Section date, Section by) {
        var written = texts.get(date);
        if (written == null) {
            return texts.containsKey(by) ? new Stamp(null, texts.get(by)) : null;
        }
        var parsed = PartialDate.parse(written);
        findings.date(parsed, sourceOf(pointer(date)), pointer(date));
        return new Stamp(parsed, texts.get(by));
    }

    /** A class that was established says so in its history, unless it is new; a blank one leaves that open. */
    private void confirmEstablished(@Nullable Stamp established, @Nullable Stamp revised) {
        if (established == null || revised != null || !history.isEmpty()) {
            return;
        }
        var date = established.date();
        if (date != null && date.exact().isPresent()) {
            findings.add(
                    Severity.INFO,
                    FindingCode.ESTABLISHED_UNCONFIRMED,
                    "The class is said to be established on %s, and neither its history nor a revision bears that out: it may be the date of this specification only."
                            .formatted(date.asWritten()),
                    sourceOf(pointer(Section.ESTABLISHED_DATE)),
                    pointer(Section.ESTABLISHED_DATE));
        }
    }

    private List<String> entries(Section section) {
        return entries.getOrDefault(section, List.of());
    }

    private List<Definition> definitions(Section section) {
        return definitions.getOrDefault(section, List.of());
    }

    private void source(String pointer, Lines lines) {
        sources.merge(pointer, lines, Lines::through);
    }

    private Lines sourceOf(String pointer) {
        var lines = sources.get(pointer);
        return lines == null ? Lines.at(1) : lines;
    }

    private static String pointer(Section section) {
        return switch (section) {
            case ESTABLISHED_DATE, REVISED_DATE -> "/" + section.field() + "/date";
            case ESTABLISHED_BY, REVISED_BY -> "/" + section.field() + "/by";
            default -> "/" + section.field();
        };
    }
}
