package city.planofrecord.classification.classcomparison;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import city.planofrecord.classification.classcomparison.SectionContent.Items;
import city.planofrecord.classification.classcomparison.SectionContent.PayGrade;
import city.planofrecord.classification.classcomparison.SectionContent.Text;
import city.planofrecord.classification.specification.ClassSpecification;
import city.planofrecord.classification.specification.Definition;
import city.planofrecord.classification.specification.HistoryEntry;
import city.planofrecord.classification.specification.PartialDate;
import city.planofrecord.classification.specification.Stamp;

/**
 * Compares two specifications section by section. The classes that one is distinguished from are no section: they
 * follow from the distinguishing characteristics.
 */
final class SectionComparison {

    private record Section(String name, Function<ClassSpecification, SectionContent> content) {

        static Section text(String name, Function<ClassSpecification, @Nullable String> text) {
            return new Section(name, specification -> new Text(text.apply(specification)));
        }

        static Section list(String name, Function<ClassSpecification, List<String>> entries) {
            return new Section(name, specification -> items(entries.apply(specification), Item::of, null));
        }
    }

    private static final List<Section> SECTIONS = List.of(
            Section.text("title", ClassSpecification::title),
            Section.text("jobCode", ClassSpecification::jobCode),
            Section.text("generalStatement", ClassSpecification::generalStatement),
            Section.list("distinguishingCharacteristics", ClassSpecification::distinguishingCharacteristics),
            Section.list("decisionMaking", ClassSpecification::decisionMaking),
            Section.list("supervisionReceived", ClassSpecification::supervisionReceived),
            Section.list("interpersonalContacts", ClassSpecification::interpersonalContacts),
            Section.list("supervisionExercised", ClassSpecification::supervisionExercised),
            new Section(
                    "essentialDuties",
                    it -> items(
                            it.essentialDuties(), duty -> new Item(null, duty.text(), duty.items()), it.dutiesNote())),
            new Section("competencies", it -> items(it.competencies(), SectionComparison::item, null)),
            Section.list("knowledgeAndSkills", ClassSpecification::knowledgeAndSkills),
            Section.text("physicalDemandLevel", ClassSpecification::physicalDemandLevel),
            new Section(
                    "physicalDemands",
                    it -> items(it.physicalDemands(), SectionComparison::item, it.physicalDemandsNote())),
            Section.list("workingEnvironment", ClassSpecification::workingEnvironment),
            Section.text("education", ClassSpecification::education),
            Section.text("experience", ClassSpecification::experience),
            Section.list("equivalencies", ClassSpecification::equivalencies),
            Section.list("licensure", ClassSpecification::licensure),
            Section.list("backgroundChecks", ClassSpecification::backgroundChecks),
            Section.text("assessment", ClassSpecification::assessment),
            Section.text("probationPeriod", ClassSpecification::probationPeriod),
            new Section("payGrade", it -> new PayGrade(it.payGrade())),
            Section.text("flsa", it -> it.flsa() == null ? null : it.flsa().asWritten()),
            Section.text("established", it -> written(it.established())),
            Section.text("revised", it -> written(it.revised())),
            new Section("history", it -> items(it.history(), entry -> Item.of(written(entry)), null)));

    private SectionComparison() {}

    static List<SectionDiff> diffs(
            @Nullable ClassSpecification before, @Nullable ClassSpecification after, Effort effort) {
        var diffs = new ArrayList<SectionDiff>();
        for (var section : SECTIONS) {
            var stateBefore = state(section, before);
            var stateAfter = state(section, after);
            if (stateBefore != SectionState.ABSENT || stateAfter != SectionState.ABSENT) {
                diffs.add(diff(section, before, stateBefore, after, stateAfter, effort));
            }
        }
        return diffs;
    }

    private static SectionState state(Section section, @Nullable ClassSpecification specification) {
        if (specification == null) {
            return SectionState.ABSENT;
        }
        if (!section.content().apply(specification).isEmpty()) {
            return SectionState.PRESENT;
        }
        return specification.none().contains(section.name()) ? SectionState.NONE : SectionState.ABSENT;
    }

    private static SectionDiff diff(
            Section section,
            @Nullable ClassSpecification before,
            SectionState stateBefore,
            @Nullable ClassSpecification after,
            SectionState stateAfter,
            Effort effort) {
        var any = before == null ? after : before;
        if (any == null) {
            throw new IllegalStateException("a section of no specification");
        }
        return switch (section.content().apply(any)) {
            case Text _ -> {
                var text = TextDiff.of(text(section, before), text(section, after), effort);
                yield new SectionDiff(
                        section.name(),
                        change(stateBefore, stateAfter, text.differs()),
                        stateBefore,
                        stateAfter,
                        shown(text),
                        List.of(),
                        null);
            }
            case PayGrade _ -> {
                var gradeBefore = text(section, before);
                var gradeAfter = text(section, after);
                var same = Grade.same(gradeBefore, gradeAfter);
                yield new SectionDiff(
                        section.name(),
                        change(stateBefore, stateAfter, !same),
                        stateBefore,
                        stateAfter,
                        same
                                ? new TextDiff(gradeBefore, gradeAfter, List.of())
                                : shown(TextDiff.of(gradeBefore, gradeAfter, effort)),
                        List.of(),
                        null);
            }
            case Items _ -> {
                var listBefore = list(section, before);
                var listAfter = list(section, after);
                var items = ListComparison.diffs(listBefore.items(), listAfter.items(), effort);
                var note = TextDiff.of(listBefore.note(), listAfter.note(), effort);
                var differs = note.differs() || items.stream().anyMatch(item -> item.change() != Change.UNCHANGED);
                yield new SectionDiff(
                        section.name(),
                        change(stateBefore, stateAfter, differs),
                        stateBefore,
                        stateAfter,
                        null,
                        items,
                        shown(note));
            }
        };
    }

    private static Change change(SectionState before, SectionState after, boolean differs) {
        if (before == SectionState.ABSENT) {
            return Change.ADDED;
        }
        if (after == SectionState.ABSENT) {
            return Change.REMOVED;
        }
        return before != after || differs ? Change.CHANGED : Change.UNCHANGED;
    }

    private static @Nullable TextDiff shown(TextDiff text) {
        return text.before() == null && text.after() == null ? null : text;
    }

    private static @Nullable String text(Section section, @Nullable ClassSpecification specification) {
        if (specification == null) {
            return null;
        }
        return switch (section.content().apply(specification)) {
            case Text text -> text.text();
            case PayGrade grade -> grade.grade();
            case Items _ -> null;
        };
    }

    private static Items list(Section section, @Nullable ClassSpecification specification) {
        return specification != null && section.content().apply(specification) instanceof Items items
                ? items
                : new Items(List.of(), null);
    }

    private static <T> Items items(List<T> entries, Function<T, Item> item, @Nullable String note) {
        return new Items(entries.stream().map(item).toList(), note);
    }

    private static Item item(Definition definition) {
        return new Item(definition.name(), definition.definition(), List.of());
    }

    private static @Nullable String written(@Nullable Stamp stamp) {
        if (stamp == null) {
            return null;
        }
        var date = stamp.date() == null ? "" : stamp.date().asWritten();
        var by = stamp.by() == null ? "" : stamp.by();
        return date.isEmpty() || by.isEmpty() ? date + by : date + ", " + by;
    }

    private static String written(HistoryEntry entry) {
        var written = new StringBuilder();
        PartialDate date = entry.date();
        if (date != null) {
            written.append(date.asWritten()).append(' ');
        }
        if (entry.initials() != null) {
            written.append('(').append(entry.initials()).append(") ");
        }
        return written.append(entry.text()).toString();
    }
}
