package city.planofrecord.chassis.http;

import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The revision that a change is meant for, from {@code If-Match: "<revision>-<hash>"}; only the revision is compared. */
public record Revision(long number) {

    public static final String IF_MATCH = "If-Match";

    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"?(\\d{1,18})(?:-[0-9a-zA-Z]{1,64})?\"?");

    /** @throws Refused where the header is missing (428) or is no ETag of ours (400) */
    public static Revision of(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Refused(
                    ProblemKind.PRECONDITION_REQUIRED,
                    "Read the thing first and send its ETag as If-Match, so that no other change is overwritten.",
                    List.of(Violation.ofParameter(IF_MATCH, "is missing", null, "the ETag of what was read")));
        }
        var etag = ETAG.matcher(ifMatch.strip());
        if (!etag.matches()) {
            throw new Refused(
                    ProblemKind.MALFORMED,
                    "If-Match is not an ETag of this service.",
                    List.of(Violation.ofParameter(IF_MATCH, "is no ETag", ifMatch, "\"<revision>-<hash>\"")));
        }
        return new Revision(Long.parseLong(etag.group(1)));
    }

    /** @throws Refused (412) where the thing has another revision by now */
    public void requireCurrent(long current) {
        if (current != number) {
            throw new Refused(
                    ProblemKind.STALE,
                    "It was changed since you read it: you read revision " + number + ", now it has " + current
                            + ". Read it again and repeat the change.",
                    List.of(Violation.ofParameter(IF_MATCH, "is stale", "revision " + number, "revision " + current)));
        }
    }
}
