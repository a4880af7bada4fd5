package city.planofrecord.chassis.http;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The revisions that a change is meant for, from {@code If-Match} as RFC 9110, section 13.1.1, has it: {@code *} for any, else
 * one of a list of ETags {@code "<revision>-<hash>"}, of which only the revision is compared. A weak ETag never matches,
 * and one that is not ours matches nothing.
 *
 * @param numbers of the strong ETags of ours
 * @param any whether every revision will do
 */
public record Revision(List<Long> numbers, boolean any) {

    public static final String IF_MATCH = "If-Match";

    /** An entity-tag of RFC 9110, section 8.8.3, and what divides it from the next. */
    private static final Pattern ETAG =
            Pattern.compile("\\s*(?<weak>W/)?\"(?<opaque>[\\x21\\x23-\\x7e\\x80-\\xff]*)\"\\s*(?:,|$)|\\s*,");

    private static final Pattern OURS = Pattern.compile("(\\d{1,18})(?:-[0-9a-zA-Z]{1,64})?");

    public Revision {
        numbers = List.copyOf(numbers);
    }

    /** @throws Refused where the header is missing (428) or is no list of ETags (400) */
    public static Revision of(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Refused(
                    ProblemKind.PRECONDITION_REQUIRED,
                    "Read the thing first and send its ETag as If-Match, so that no other change is overwritten.",
                    List.of(Violation.ofParameter(IF_MATCH, "is missing", null, "the ETag of what was read")));
        }
        var list = ifMatch.strip();
        if (list.equals("*")) {
            return new Revision(List.of(), true);
        }
        var numbers = new ArrayList<Long>();
        var etags = ETAG.matcher(list);
        var end = 0;
        while (end < list.length() && etags.region(end, list.length()).lookingAt()) {
            if (etags.group("opaque") != null && etags.group("weak") == null) {
                var ours = OURS.matcher(etags.group("opaque"));
                if (ours.matches()) {
                    numbers.add(Long.parseLong(ours.group(1)));
                }
            }
            end = etags.end();
        }
        if (end < list.length()) {
            throw new Refused(
                    ProblemKind.MALFORMED,
                    "If-Match is neither * nor a list of ETags.",
                    List.of(Violation.ofParameter(IF_MATCH, "is no ETag", ifMatch, "\"<revision>-<hash>\"")));
        }
        return new Revision(numbers, false);
    }

    /** @throws Refused (412) where the thing has another revision by now */
    public void requireCurrent(long current) {
        if (any || numbers.contains(current)) {
            return;
        }
        throw numbers.isEmpty()
                ? new Refused(
                        ProblemKind.STALE,
                        "If-Match has no strong ETag of this service. Read the thing and send its ETag as it is.",
                        List.of(Violation.ofParameter(IF_MATCH, "matches nothing", null, "revision " + current)))
                : new Refused(
                        ProblemKind.STALE,
                        "It was changed since you read it: you read revision " + numbers.getFirst() + ", now it has "
                                + current + ". Read it again and repeat the change.",
                        List.of(Violation.ofParameter(
                                IF_MATCH, "is stale", "revision " + numbers.getFirst(), "revision " + current)));
    }
}
