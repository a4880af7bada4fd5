package city.planofrecord.notice.correspondence;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a page puts into a form before it shows it.
 *
 * @param form sent along as it is, in the field of that name
 * @param leaveEmpty name of the field that people are not shown
 */
@Schema(description = "What a page puts into a form before it shows it")
public record SubmissionForm(
        @Schema(description = "To be sent along, as it is, in the field form; good for one submission")
        String form,

        @Schema(
                examples = "website",
                description =
                        "A field that the page has and hides, so that people leave it empty; whoever fills it in is taken for a robot")
        String leaveEmpty) {

    /** What the hidden field is called: a name that robots fill in and browsers do not. */
    public static final String HIDDEN = "website";
}
