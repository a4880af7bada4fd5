package city.planofrecord.notice.correspondence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Singleton;

import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Looks at what arrives for signs of a robot. */
@Singleton
class RobotWatch {

    private static final int FINGERPRINT_BYTES = 16;

    private final Jdbi jdbi;
    private final Forms forms;
    private final RobotRule rule;

    RobotWatch(Jdbi jdbi, Forms forms, SubmissionsConfig config) {
        this.jdbi = jdbi;
        this.forms = forms;
        rule = new RobotRule(config.form().soonest(), config.form().latest(), config.links(), config.sameTexts());
    }

    /**
     * What was seen of a submission.
     *
     * @param words by which others with the same words are found; null where it has none
     * @param form by which others that were sent with the same form are found; null where it has none
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Seen(Set<RobotSign> signs, byte @Nullable [] words, byte @Nullable [] form) {}

    /** @param text as it is recorded */
    Seen look(String kind, String number, Sent sent, @Nullable String text) {
        var fetched = sent.form() == null || sent.form().isEmpty()
                ? Optional.<Forms.Fetched>empty()
                : forms.read(kind, number, sent.form());
        var words = text == null ? null : fingerprint(RobotRule.words(text));
        var form = fetched.map(Forms.Fetched::nonce).orElse(null);
        var signs = rule.signs(
                sent.website() != null && !sent.website().isBlank(),
                form(sent, fetched),
                text,
                words == null ? 0 : alike(kind, number, words));
        return new Seen(signs, words, form);
    }

    private FormSeen form(Sent sent, Optional<Forms.Fetched> fetched) {
        if (sent.form() == null || sent.form().isEmpty()) {
            return new FormSeen.Absent();
        }
        return fetched.<FormSeen>map(form -> new FormSeen.Given(form.ago(), wasSent(form)))
                .orElseGet(FormSeen.NotOurs::new);
    }

    private boolean wasSent(Forms.Fetched form) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select exists (select 1 from submission where form = :form)")
                        .bind("form", form.nonce())
                        .mapTo(Boolean.class)
                        .one());
    }

    /** How many others have the same words, counted no further than it matters. */
    private int alike(String kind, String number, byte[] words) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from (select 1 from submission"
                        + " where number = :number and kind = :kind and words = :words limit :enough) alike")
                .bind("number", number)
                .bind("kind", kind)
                .bind("words", words)
                .bind("enough", rule.sameTexts())
                .mapTo(Integer.class)
                .one());
    }

    private static byte @Nullable [] fingerprint(String words) {
        if (words.isEmpty()) {
            return null;
        }
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
