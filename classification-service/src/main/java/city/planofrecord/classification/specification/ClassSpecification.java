package city.planofrecord.classification.specification;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The document that defines a class. A section that the document lacks is null or empty; so is one that says None, which
 * is then named in {@code none}. A line break inside a text parts its paragraphs, its bulleted items, or alternatives
 * that stand to both sides of {@code -OR-}.
 *
 * @param template the template that the document follows: {@code 2011} or {@code 2018}
 * @param title null only where the document has none, which is an error of its own
 * @param distinguishedFrom the titles of the classes that the distinguishing characteristics set this one apart from
 * @param none the fields, named as here, of the sections that say None
 * @param sources by JSON pointer from here, the lines that a value came from
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ClassSpecification(
        String template,
        @Nullable String title,
        @Nullable String jobCode,
        @Nullable String generalStatement,
        List<String> distinguishingCharacteristics,
        List<String> distinguishedFrom,
        List<String> decisionMaking,
        List<String> supervisionReceived,
        List<String> interpersonalContacts,
        List<String> supervisionExercised,
        List<Duty> essentialDuties,
        @Nullable String dutiesNote,
        List<Definition> competencies,
        List<String> knowledgeAndSkills,
        @Nullable String physicalDemandLevel,
        @Nullable String physicalDemandsNote,
        List<Definition> physicalDemands,
        List<String> workingEnvironment,
        @Nullable String education,
        @Nullable String experience,
        List<String> equivalencies,
        List<String> licensure,
        List<String> backgroundChecks,
        @Nullable String assessment,
        @Nullable String probationPeriod,
        @Nullable String payGrade,
        @Nullable Flsa flsa,
        @Nullable Stamp established,
        @Nullable Stamp revised,
        List<HistoryEntry> history,
        List<String> none,
        Map<String, Lines> sources) {

    public ClassSpecification {
        distinguishingCharacteristics = Copies.of(distinguishingCharacteristics);
        distinguishedFrom = Copies.of(distinguishedFrom);
        decisionMaking = Copies.of(decisionMaking);
        supervisionReceived = Copies.of(supervisionReceived);
        interpersonalContacts = Copies.of(interpersonalContacts);
        supervisionExercised = Copies.of(supervisionExercised);
        essentialDuties = Copies.of(essentialDuties);
        competencies = Copies.of(competencies);
        knowledgeAndSkills = Copies.of(knowledgeAndSkills);
        physicalDemands = Copies.of(physicalDemands);
        workingEnvironment = Copies.of(workingEnvironment);
        equivalencies = Copies.of(equivalencies);
        licensure = Copies.of(licensure);
        backgroundChecks = Copies.of(backgroundChecks);
        history = Copies.of(history);
        none = Copies.of(none);
        sources = Copies.of(sources);
    }
}
