package city.planofrecord.notice.comment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a comment. */
@Schema(name = "CommentState")
enum CommentState {
    RECEIVED,
    PUBLISHED,
    WITHHELD
}
