package city.planofrecord.classification.classcomparison;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a specification has a section: not at all, with the word None, or with what it says. */
@Schema(name = "DiffSectionState")
public enum SectionState {
    ABSENT,
    NONE,
    PRESENT
}
