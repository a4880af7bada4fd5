package city.planofrecord.notice.correspondence;

import java.util.Collection;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a submission shows of being a robot's. A person may show one, too: none is ever a reason to refuse. */
@Schema(
        name = "RobotSign",
        description =
                "FILLED_IN: the field that stays empty was filled in; TOO_QUICK: sent sooner after its form was fetched than anybody "
                        + "types; STALE_FORM: its form was fetched long ago; FORM_NOT_OURS: its form was not given for this notice; "
                        + "FORM_SENT_BEFORE: something else was sent with the same form; SAME_TEXT: the same words were sent about the "
                        + "notice before, more often than may be chance; MANY_LINKS: more links than anybody needs; NO_FORM: sent without a "
                        + "form, as programs do, which holds nothing up")
public enum RobotSign {
    FILLED_IN,
    TOO_QUICK,
    STALE_FORM,
    FORM_NOT_OURS,
    FORM_SENT_BEFORE,
    SAME_TEXT,
    MANY_LINKS,
    NO_FORM;

    /** Whether one of the signs is a reason to look twice. */
    public static boolean anySuspicious(Collection<RobotSign> signs) {
        return signs.stream().anyMatch(sign -> sign != NO_FORM);
    }
}
