package city.planofrecord.notice.correspondence;

import org.jspecify.annotations.Nullable;

/**
 * What somebody sent, as they sent it: personal data.
 *
 * @param edition of the notice that they say they read
 */
public record Sent(
        @Nullable String text,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String address,
        @Nullable Integer edition) {

    /** Says nothing of the person, so that no log ever does. */
    @Override
    public String toString() {
        return "Sent[not shown]";
    }
}
