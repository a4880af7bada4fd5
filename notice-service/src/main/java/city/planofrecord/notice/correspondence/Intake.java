package city.planofrecord.notice.correspondence;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;

import city.planofrecord.chassis.event.Ids;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.notice.notice.CityRules;
import city.planofrecord.notice.notice.PublicNotices;

/** Takes what the public sends about a notice, as long as the notice is open for it. */
@Singleton
public class Intake {

    private final PublicNotices notices;
    private final Submissions submissions;
    private final RobotWatch watch;
    private final Forms forms;
    private final CityRules city;
    private final Clock clock;

    Intake(PublicNotices notices, Submissions submissions, RobotWatch watch, Forms forms, CityRules city, Clock clock) {
        this.notices = notices;
        this.submissions = submissions;
        this.watch = watch;
        this.forms = forms;
        this.city = city;
        this.clock = clock;
    }

    /**
     * What was taken.
     *
     * @param receipt shown this once
     * @param altered what was taken out of the text
     */
    public record Taken<S extends Enum<S>>(
            Submission<S> submission, Receipt receipt, Set<PublicText.Alteration> altered) {}

    /**
     * What a page puts into a form for the kind.
     *
     * @throws Refused (404) where no such notice was posted
     */
    public SubmissionForm form(SubmissionKind<?> kind, String number) {
        notices.get(number);
        return new SubmissionForm(forms.fetch(kind.name(), number), SubmissionForm.HIDDEN);
    }

    /**
     * Takes it at the instant at which this is asked, however long it waits for its turn.
     *
     * @throws Refused (404) where no such notice was posted; (409, closed) where the notice takes none now; (422) where
     *     something of it is missing, empty, too long, or of an edition that there is not
     */
    public <S extends Enum<S>> Taken<S> take(SubmissionKind<S> kind, String number, Sent sent) {
        var now = clock.instant();
        var notice = notices.keepAsItIs(number);
        kind.requireOpen(notice, now, city);
        var wrong = new ArrayList<Violation>();
        var text = kind.text(sent.text(), wrong);
        var sender = Contact.of(sent.name(), sent.phone(), sent.address(), wrong);
        var edition = notice.editionSeen(sent.edition(), wrong);
        if (sender.isEmpty() || !wrong.isEmpty()) {
            throw Refused.invalid(List.copyOf(wrong));
        }
        var receipt = Receipt.drawn();
        var written = text.map(PublicText::text).orElse(null);
        var seen = watch.look(kind.name(), number, sent, written);
        var submission = new Submission<>(
                Ids.next(),
                number,
                edition,
                written,
                kind.received(),
                1,
                city.local(now.atOffset(ZoneOffset.UTC)),
                seen.signs());
        submissions.of(kind).add(submission, sender.get(), receipt, seen);
        return new Taken<>(submission, receipt, text.map(PublicText::altered).orElse(Set.of()));
    }
}
