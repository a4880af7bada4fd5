package city.planofrecord.notice.notice;

import jakarta.inject.Singleton;

import city.planofrecord.chassis.access.Caller;
import city.planofrecord.chassis.access.PrivateAnswer;
import city.planofrecord.chassis.access.Roles;

/** Those who work on notices, and see them before the public does. */
@Singleton
public class Desk {

    private final Caller caller;
    private final PrivateAnswer answer;

    Desk(Caller caller, PrivateAnswer answer) {
        this.caller = caller;
        this.answer = answer;
    }

    /** Whether drafts are shown to the caller; what is answered is theirs alone then. */
    public boolean seesDrafts() {
        var sees = caller.isAny(Roles.ANALYST, Roles.DIRECTOR, Roles.CLERK);
        if (sees) {
            answer.mark();
        }
        return sees;
    }

    /** Whether the notice is shown to the caller: what is posted is to everybody. */
    boolean sees(Notice notice) {
        return notice.status() != NoticeStatus.DRAFT || seesDrafts();
    }
}
