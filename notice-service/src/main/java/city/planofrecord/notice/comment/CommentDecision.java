package city.planofrecord.notice.comment;

import java.util.Optional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import city.planofrecord.notice.correspondence.Ruling;

/** What a moderator decides about a comment. */
@Schema(name = "CommentDecision")
enum CommentDecision implements Ruling<CommentState> {
    PUBLISHED,
    WITHHELD;

    @Override
    public CommentState state() {
        return switch (this) {
            case PUBLISHED -> CommentState.PUBLISHED;
            case WITHHELD -> CommentState.WITHHELD;
        };
    }

    @Override
    public Optional<String> needsReason() {
        return switch (this) {
            case PUBLISHED -> Optional.empty();
            case WITHHELD -> Optional.of("A comment is withheld for a reason, which its writer can read.");
        };
    }
}
