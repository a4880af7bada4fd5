package city.planofrecord.notice.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Which notices mend which, and what the registers corrected by authority of a notice. */
@Singleton
public class Mendings {

    private static final int MOST = 500;

    private final Jdbi jdbi;
    private final Notices notices;
    private final ObjectMapper json;

    Mendings(Jdbi jdbi, Notices notices, ObjectMapper json) {
        this.jdbi = jdbi;
        this.notices = notices;
        this.json = json;
    }

    /**
     * Another notice that mends this one, or that this one mends.
     *
     * @param items of the notice that is mended
     * @param edition and status; absent where no such notice is recorded here
     * @param effectiveDate from when it counts, where it was approved
     */
    @Schema(name = "MendingNotice", description = "Another notice that mends this one, or that this one mends")
    public record Other(
            @Schema(examples = "1342") String notice,
            @Nullable @Schema(examples = "1") Integer edition,
            @Nullable NoticeStatus status,
            @Nullable LocalDate effectiveDate,
            @Nullable List<Integer> items,
            @Nullable String citation,
            Mending.As as) {}

    /** What mends a notice: further notices and corrections of the registers. */
    @Schema(name = "MendedBy", description = "What mends the notice")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record By(
            List<Other> notices,

            @Schema(description = "Those recorded first come first; at most 500")
            List<HeardCorrection> corrections) {

        @JsonIgnore
        boolean isEmpty() {
            return notices.isEmpty() && corrections.isEmpty();
        }
    }

    /** Both ways. */
    public record Both(List<Other> mends, By mendedBy) {}

    public Both of(Notice notice) {
        var mends = notice.draft().corrects().stream().map(this::mended).toList();
        return new Both(mends, new By(mending(notice.number()), corrections(notice.number())));
    }

    private Other mended(Mending mending) {
        var other = notices.find(mending.notice()).filter(found -> found.status() != NoticeStatus.DRAFT);
        return new Other(
                mending.notice(),
                other.map(Notice::edition).orElse(null),
                other.map(Notice::status).orElse(null),
                other.map(Notice::effectiveDate)
                        .map(effective -> effective.date())
                        .orElse(null),
                mending.items(),
                mending.citation(),
                mending.as());
    }

    private List<Other> mending(String number) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select number, edition, status, document -> 'draft' ->> 'corrects',"
                                + " document -> 'effectiveDate' ->> 'date' from notice where mends @> array[cast(:number as text)]"
                                + " and status not in ('DRAFT', 'SUPERSEDED') order by posted_at, number limit " + MOST)
                        .bind("number", number)
                        .map((rs, _) -> mending(number, rs))
                        .list());
    }

    private Other mending(String number, ResultSet rs) throws SQLException {
        var said = corrects(rs.getString(4)).stream()
                .filter(mending -> mending.notice().equals(number))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a notice that mends " + number + " and does not say so"));
        var effective = rs.getString(5);
        return new Other(
                rs.getString(1),
                rs.getInt(2),
                NoticeStatus.valueOf(rs.getString(3)),
                effective == null ? null : LocalDate.parse(effective),
                said.items(),
                said.citation(),
                said.as());
    }

    private List<HeardCorrection> corrections(String number) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select act_id, register, thing, subject, item, periods, fields, citation, reason, recorded_at,"
                                + " cancelled_by from heard_correction where number = :number"
                                + " order by recorded_at, act_id limit " + MOST)
                .bind("number", number)
                .map((rs, _) -> new HeardCorrection(
                        rs.getObject(1, UUID.class),
                        RegisterName.valueOf(rs.getString(2)),
                        HeardCorrection.Thing.valueOf(rs.getString(3)),
                        rs.getString(4),
                        rs.getObject(5, Integer.class),
                        read(rs.getString(6), new TypeReference<List<HeardCorrection.Period>>() {}),
                        Arrays.asList((String[]) rs.getArray(7).getArray()),
                        rs.getString(8),
                        rs.getString(9),
                        rs.getTimestamp(10).toInstant(),
                        rs.getObject(11, UUID.class)))
                .list());
    }

    private List<Mending> corrects(@Nullable String stored) {
        return stored == null ? List.of() : read(stored, new TypeReference<List<Mending>>() {});
    }

    private <T> T read(String stored, TypeReference<T> type) {
        try {
            return json.readValue(stored, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is stored about a mending cannot be read", e);
        }
    }
}
