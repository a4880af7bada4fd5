package city.planofrecord.classification.specification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The specifications that a document holds, in its order, and what was found in reading them, in order of lines. */
public record ParsedSpecifications(List<ClassSpecification> specifications, List<Finding> findings) {

    public ParsedSpecifications {
        specifications = List.copyOf(specifications);
        findings = List.copyOf(findings);
    }

    /**
     * The same, with what the register knows: for each class that it knows, whether the date of establishment is
     * contradicted takes the place of the doubt about it.
     *
     * @param known the day on which the class of a specification was established, where the register has it
     */
    public ParsedSpecifications checkedAgainst(Function<ClassSpecification, Optional<LocalDate>> known) {
        var checked = new ArrayList<>(findings);
        for (var i = 0; i < specifications.size(); i++) {
            var specification = specifications.get(i);
            var established = known.apply(specification);
            if (established.isPresent()) {
                var pointer = "/specifications/%d".formatted(i);
                checked.removeIf(finding -> finding.code() == FindingCode.ESTABLISHED_UNCONFIRMED
                        && (pointer + "/established/date").equals(finding.pointer()));
                SpecificationChecks.against(established.get(), specification)
                        .ifPresent(finding -> checked.add(new Finding(
                                finding.severity(),
                                finding.code(),
                                finding.message(),
                                finding.lines(),
                                pointer + finding.pointer())));
            }
        }
        checked.sort(Finding.IN_ORDER);
        return new ParsedSpecifications(specifications, checked);
    }
}
