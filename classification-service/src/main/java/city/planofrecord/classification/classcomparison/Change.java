package city.planofrecord.classification.classcomparison;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a class, a term, a section or an item. Only an item can be moved. */
@Schema(name = "DiffChange")
public enum Change {
    ADDED,
    REMOVED,
    MOVED,
    CHANGED,
    UNCHANGED
}
