package city.planofrecord.notice.correspondence;

import org.jspecify.annotations.Nullable;

/**
 * What somebody sent, as they sent it: personal data.
 *
 * @param edition of the notice that they say they read
 * @param form that they were given to write in
 * @param website of a field that people leave empty; it is looked at and not kept
 */
public record Sent(
        @Nullable String text,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String address,
        @Nullable Integer edition,
        @Nullable String form,
        @Nullable String website) {

    /** Says nothing of the person, so that no log ever does. */
    @Override
    public String toString() {
        return "Sent[not shown]";
    }
}
