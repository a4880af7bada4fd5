package city.planofrecord.notice.correspondence;

import jakarta.inject.Singleton;

import org.jdbi.v3.core.Jdbi;

import city.planofrecord.notice.notice.CityRules;
import city.planofrecord.notice.notice.NoticeTrail;

/** All that the public sent about notices, by its kind. */
@Singleton
public class Submissions {

    private final Jdbi jdbi;
    private final CityRules city;
    private final NoticeTrail trail;
    private final Contacts contacts;

    Submissions(Jdbi jdbi, CityRules city, Contacts contacts, NoticeTrail trail) {
        this.jdbi = jdbi;
        this.city = city;
        this.trail = trail;
        this.contacts = contacts;
    }

    public <S extends Enum<S>> SubmissionRegister<S> of(SubmissionKind<S> kind) {
        return new SubmissionRegister<>(kind, jdbi, city, contacts, trail);
    }
}
