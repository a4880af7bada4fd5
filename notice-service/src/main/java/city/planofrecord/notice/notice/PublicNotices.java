package city.planofrecord.notice.notice;

import java.time.LocalDate;
import java.time.OffsetDateTime;

import jakarta.inject.Singleton;

import org.jdbi.v3.core.Jdbi;

import city.planofrecord.chassis.http.Refused;

/** Notices as the public knows them: never a draft. */
@Singleton
public class PublicNotices {

    // The document of a notice may be large, and a comment needs none of it.
    private static final String LATEST =
            "select number, edition, status, notice_date, posted_at, comments_until, speakers_until from notice"
                    + " where number = :number and status <> 'DRAFT' order by edition desc limit 1";

    private final Jdbi jdbi;
    private final CityRules city;

    PublicNotices(Jdbi jdbi, CityRules city) {
        this.jdbi = jdbi;
        this.city = city;
    }

    /** @throws Refused (404) where none of that number was ever posted */
    public PublicNotice get(String number) {
        return one(number, LATEST);
    }

    /**
     * The notice, whose deadlines and status stay as they are until the transaction ends.
     *
     * @throws Refused (404) where none of that number was ever posted
     */
    public PublicNotice keepAsItIs(String number) {
        return one(number, LATEST + " for share");
    }

    private PublicNotice one(String number, String query) {
        return jdbi.withHandle(handle -> handle.createQuery(query)
                        .bind("number", number)
                        .map((rs, _) -> new PublicNotice(
                                rs.getString(1),
                                rs.getInt(2),
                                NoticeStatus.valueOf(rs.getString(3)),
                                rs.getObject(4, LocalDate.class),
                                city.localOrNull(rs.getObject(5, OffsetDateTime.class)),
                                city.localOrNull(rs.getObject(6, OffsetDateTime.class)),
                                city.localOrNull(rs.getObject(7, OffsetDateTime.class))))
                        .findOne())
                .orElseThrow(() ->
                        Refused.notFound("No notice " + number + " was posted. GET /notices lists those there are."));
    }
}
