package city.planofrecord.notice.notice;

import java.util.UUID;

import jakarta.inject.Singleton;

import org.jdbi.v3.core.Jdbi;

import city.planofrecord.chassis.event.Ids;

/** The ids of what notices establish: one for each notice and proposed code, the same whenever it is asked for. */
@Singleton
public class AllottedIds {

    private final Jdbi jdbi;

    AllottedIds(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What can be established. */
    public enum Thing {
        JOB_CLASS,
        PAY_GRADE,
        PAY_SCHEDULE
    }

    public UUID of(String number, Thing thing, String code) {
        return jdbi.withHandle(handle -> {
            handle.createUpdate("insert into allotted_id (number, thing, code, id) values (:number, :thing, :code, :id)"
                            + " on conflict on constraint pk_allotted_id do nothing")
                    .bind("number", number)
                    .bind("thing", thing.name())
                    .bind("code", code)
                    .bind("id", Ids.next())
                    .execute();
            return handle.createQuery(
                            "select id from allotted_id where number = :number and thing = :thing and code = :code")
                    .bind("number", number)
                    .bind("thing", thing.name())
                    .bind("code", code)
                    .mapTo(UUID.class)
                    .one();
        });
    }
}
