package city.planofrecord.notice.noticerule;

import java.util.List;

/** Rules as they are written that cannot be read or contradict each other; the message names every entry. */
public final class UnreadableRulesException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    UnreadableRulesException(List<String> problems) {
        super(problems.size() + (problems.size() == 1 ? " problem: " : " problems: ") + String.join(" ", problems));
        this.problems = List.copyOf(problems);
    }

    /** A sentence for each. */
    public List<String> problems() {
        return problems;
    }
}
