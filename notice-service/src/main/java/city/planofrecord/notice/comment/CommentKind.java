package city.planofrecord.notice.comment;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.Violation;
import city.planofrecord.notice.correspondence.PublicText;
import city.planofrecord.notice.correspondence.Submission;
import city.planofrecord.notice.correspondence.SubmissionKind;
import city.planofrecord.notice.notice.CityRules;
import city.planofrecord.notice.notice.PublicNotice;

/** Written comments, as a kind of what the public sends. */
enum CommentKind implements SubmissionKind<CommentState> {
    COMMENT;

    /** How long a comment or its answer may be, in bytes of UTF-8. */
    static final int BYTES = 16 * 1024;

    /** What was written: a comment always has a text. */
    static String text(Submission<CommentState> comment) {
        return Objects.requireNonNull(comment.text());
    }

    @Override
    public Class<CommentState> states() {
        return CommentState.class;
    }

    @Override
    public CommentState received() {
        return CommentState.RECEIVED;
    }

    @Override
    public String word() {
        return "comment";
    }

    @Override
    public String trailed() {
        return "comments";
    }

    @Override
    public String register() {
        return "comment-register";
    }

    @Override
    public Optional<PublicText> text(@Nullable String sent, List<Violation> wrong) {
        return PublicText.ofLines("/text", sent, BYTES, wrong);
    }

    @Override
    public void requireOpen(PublicNotice notice, Instant now, CityRules city) {
        notice.requireOpenForComments(now, city);
    }
}
