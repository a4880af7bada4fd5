package city.planofrecord.notice.correspondence;

import jakarta.inject.Singleton;

import org.jdbi.v3.core.Jdbi;

import city.planofrecord.notice.notice.CityRules;

/** All that the public sent about notices, by its kind. */
@Singleton
public class Submissions {

    private final Jdbi jdbi;
    private final CityRules city;
    private final Contacts contacts;

    Submissions(Jdbi jdbi, CityRules city, Contacts contacts) {
        this.jdbi = jdbi;
        this.city = city;
        this.contacts = contacts;
    }

    public <S extends Enum<S>> SubmissionRegister<S> of(SubmissionKind<S> kind) {
        return new SubmissionRegister<>(kind, jdbi, city, contacts);
    }
}
