package city.planofrecord.classification.classcomparison;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A run of words. Joined as they are, all runs but INSERT make the text before and all but DELETE the text after, but
 * for how much white space stands between two words and at the ends.
 */
@Schema(name = "DiffWords")
public record WordRun(Kind kind, String text) {

    @Schema(name = "DiffWordsKind")
    public enum Kind {
        EQUAL,
        DELETE,
        INSERT
    }
}
