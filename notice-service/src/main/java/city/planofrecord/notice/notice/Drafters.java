package city.planofrecord.notice.notice;

import jakarta.inject.Singleton;

import org.jdbi.v3.core.Jdbi;

import city.planofrecord.chassis.access.Caller;
import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;

/** Who has written on which notice. Whoever has must not decide on it: the rule of two. */
@Singleton
public class Drafters {

    private final Jdbi jdbi;
    private final Caller caller;
    private final NoticeConfig config;

    Drafters(Jdbi jdbi, Caller caller, NoticeConfig config) {
        this.jdbi = jdbi;
        this.caller = caller;
        this.config = config;
    }

    /** Remembers that the caller has written on the notice. */
    void remember(String number) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into notice_drafter (number, subject) values (:number, :subject) on conflict do nothing")
                .bind("number", number)
                .bind("subject", caller.subject())
                .execute());
    }

    /** @throws Refused (403) where the caller has written on the notice */
    public void requireAnother(String number) {
        if (config.ruleOfTwo() && isOne(number)) {
            throw new Refused(
                    ProblemKind.FORBIDDEN,
                    "You have drafted notice " + number
                            + ". Who drafts a notice does not record what is decided on it: let somebody else do so.");
        }
    }

    private boolean isOne(String number) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select exists (select from notice_drafter where number = :number and subject = :subject)")
                .bind("number", number)
                .bind("subject", caller.subject())
                .mapTo(Boolean.class)
                .one());
    }
}
