package city.planofrecord.classification.classcomparison;

import java.util.List;

/**
 * What differs between two images of a class.
 *
 * @param change ADDED where the class is not there before, REMOVED where it is not there after
 * @param terms every term that one side has
 * @param sections every section that one side has, in the order of a specification
 */
public record ClassDiff(Change change, List<TermDiff> terms, List<SectionDiff> sections) {

    public ClassDiff {
        terms = List.copyOf(terms);
        sections = List.copyOf(sections);
    }
}
