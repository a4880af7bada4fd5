package city.planofrecord.chassis.http;

import java.util.List;
import java.util.Map;

/** A request that is refused, with what to do about it. Plain: it knows a kind of problem, not how it is sent. */
public class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ProblemKind kind;
    private final transient List<Violation> violations;
    private final transient Map<String, Object> more;

    public Refused(ProblemKind kind, String detail) {
        this(kind, detail, List.of(), Map.of());
    }

    public Refused(ProblemKind kind, String detail, List<Violation> violations) {
        this(kind, detail, violations, Map.of());
    }

    /** @param more further members of the problem, by name */
    public Refused(ProblemKind kind, String detail, List<Violation> violations, Map<String, Object> more) {
        super(detail, null, false, false);
        this.kind = kind;
        this.violations = List.copyOf(violations);
        this.more = Map.copyOf(more);
    }

    /** A request that can be read but breaks rules. */
    public static Refused invalid(List<Violation> violations) {
        return new Refused(
                ProblemKind.INVALID,
                violations.size() == 1
                        ? violations.getFirst().message()
                        : violations.size() + " things must be changed; the violations name each.",
                violations);
    }

    public static Refused notFound(String detail) {
        return new Refused(ProblemKind.NOT_FOUND, detail);
    }

    public ProblemKind kind() {
        return kind;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<Violation> violations() {
        return violations;
    }

    public Map<String, Object> more() {
        return more;
    }
}
