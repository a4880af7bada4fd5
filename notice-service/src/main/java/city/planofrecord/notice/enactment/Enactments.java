package city.planofrecord.notice.enactment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.event.Ids;
import city.planofrecord.notice.notice.ItemEnactment.CouncilAct;
import city.planofrecord.notice.notice.ItemEnactment.Outcome;
import city.planofrecord.notice.noticerule.EnactmentMode;

/** Everything that the Council did with approved items; none is changed later, items can be added. */
@Singleton
public class Enactments {

    private static final String COLUMNS =
            "select id, ordinance, enacted_on, outcome, reason, recorded_at from enactment";

    private final Jdbi jdbi;

    Enactments(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What the Council did, and with which notices. */
    @Schema(name = "Enactment")
    record Recorded(
            UUID id,
            @Schema(examples = "Ordinance 207 of 2011") String ordinance,
            @Schema(examples = "2011-05-03") LocalDate enactedOn,
            Outcome outcome,

            @Nullable @Schema(description = "Why the Council refused")
            String reason,

            Instant recordedAt,

            @Schema(description = "In the order of their numbers")
            List<OfNotice> notices) {}

    /** The items of one notice on which the Council decided. */
    @Schema(name = "EnactedNotice")
    record OfNotice(
            @Schema(examples = "1805") String notice,
            int edition,
            EnactmentMode mode,
            @Schema(examples = "[1, 2]") List<Integer> items) {}

    /** An item on which the Council decided. */
    record EnactedItem(UUID noticeId, String number, int edition, int item, EnactmentMode mode) {}

    private record Head(
            UUID id,
            String ordinance,
            LocalDate enactedOn,
            Outcome outcome,
            @Nullable String reason,
            Instant recordedAt) {

        CouncilAct act() {
            return new CouncilAct(id, ordinance, enactedOn, outcome, reason, recordedAt);
        }
    }

    /** Which of the numbers are those of a notice. */
    Set<String> known(List<String> numbers) {
        return jdbi.withHandle(handle ->
                new TreeSet<>(handle.createQuery("select distinct number from notice where number = any(:numbers)")
                        .bind("numbers", numbers.toArray(String[]::new))
                        .mapTo(String.class)
                        .list()));
    }

    /** What the Council did, and whether it was recorded only now. */
    record Begun(CouncilAct act, boolean isNew) {}

    /**
     * What the Council did by an ordinance, kept from other changes until the transaction ends; recorded now where it was
     * not before. The ordinance is compared without regard to case and spaces.
     */
    Begun begin(String ordinance, LocalDate enactedOn, Outcome outcome, @Nullable String reason) {
        return jdbi.withHandle(handle -> {
            var inserted = handle.createUpdate(
                            "insert into enactment (id, ordinance, ordinance_key, enacted_on, outcome, reason)"
                                    + " values (:id, :ordinance, :key, :on, :outcome, :reason) on conflict (ordinance_key) do nothing")
                    .bind("id", Ids.next())
                    .bind("ordinance", ordinance)
                    .bind("key", key(ordinance))
                    .bind("on", enactedOn)
                    .bind("outcome", outcome.name())
                    .bind("reason", reason)
                    .execute();
            var head = heads(handle, " where ordinance_key = :key for update", "key", key(ordinance))
                    .getFirst();
            return new Begun(head.act(), inserted == 1);
        });
    }

    private static String key(String ordinance) {
        return String.join(" ", ordinance.strip().split("\\s+")).toLowerCase(Locale.ROOT);
    }

    void add(UUID enactment, List<EnactedItem> items) {
        jdbi.useHandle(handle -> {
            var batch = handle.prepareBatch(
                    "insert into enacted_item (enactment_id, notice_id, number, edition, item, mode)"
                            + " values (:enactment, :notice, :number, :edition, :item, :mode)");
            for (var item : items) {
                batch.bind("enactment", enactment)
                        .bind("notice", item.noticeId())
                        .bind("number", item.number())
                        .bind("edition", item.edition())
                        .bind("item", item.item())
                        .bind("mode", item.mode().name())
                        .add();
            }
            batch.execute();
        });
    }

    Optional<Recorded> find(UUID id) {
        return jdbi.withHandle(handle -> heads(handle, " where id = :id", "id", id).stream()
                .map(head -> whole(handle, head))
                .findFirst());
    }

    Optional<Recorded> find(String ordinance) {
        return jdbi.withHandle(handle -> heads(handle, " where ordinance_key = :key", "key", key(ordinance)).stream()
                .map(head -> whole(handle, head))
                .findFirst());
    }

    /** A page in the order of recording, one more than the limit where there are more. */
    List<Recorded> page(@Nullable UUID after, int limit) {
        return jdbi.withHandle(handle -> handle
                .createQuery(COLUMNS
                        + " where cast(:after as uuid) is null or id > cast(:after as uuid) order by id limit :limit")
                .bind("after", after)
                .bind("limit", limit + 1)
                .map((rs, _) -> head(rs))
                .list()
                .stream()
                .map(head -> whole(handle, head))
                .toList());
    }

    /** Items of one notice that wait for the Council. */
    @Schema(name = "AwaitedEnactment")
    public record Awaited(
            @Schema(examples = "1805") String notice,
            int edition,
            EnactmentMode mode,
            @Schema(examples = "[1, 2]") List<Integer> items,

            @Schema(examples = "2018-09-20", description = "The day of their last approval")
            LocalDate approvedOn) {}

    /**
     * What waits for the Council, by notice and mode, the longest waiting first.
     *
     * @param until only what was approved on that day or before
     */
    public List<Awaited> awaited(LocalDate until) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select n.number, n.edition, c.value #>> '{enactment,mode}' as mode,"
                                + " array_agg(cast(c.key as integer) order by cast(c.key as integer)) as items,"
                                + " max(cast(c.value #>> '{decision,decidedOn}' as date)) as approved_on"
                                + " from notice n cross join lateral jsonb_each(n.document -> 'course') c"
                                + " where n.status in ('APPROVED', 'CONTINUED')"
                                + " and c.value #>> '{enactment,mode}' is not null"
                                + " and c.value #>> '{enactment,act,id}' is null"
                                + " and not (coalesce(c.value #>> '{revision,kind}', '') in ('RESCINDED', 'LAPSED')"
                                + " and coalesce(c.value #>> '{revision,application,state}', '') = 'APPLIED')"
                                + " and cast(c.value #>> '{decision,decidedOn}' as date) <= :until"
                                + " group by n.number, n.edition, mode order by approved_on, length(n.number), n.number, mode")
                .bind("until", until)
                .map((rs, _) -> new Awaited(
                        rs.getString(1),
                        rs.getInt(2),
                        EnactmentMode.valueOf(rs.getString(3)),
                        List.of((Integer[]) rs.getArray(4).getArray()),
                        rs.getObject(5, LocalDate.class)))
                .list());
    }

    long count() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from enactment")
                .mapTo(Long.class)
                .one());
    }

    private static List<Head> heads(Handle handle, String where, String name, Object value) {
        return handle.createQuery(COLUMNS + where)
                .bind(name, value)
                .map((rs, _) -> head(rs))
                .list();
    }

    private static Head head(java.sql.ResultSet rs) throws java.sql.SQLException {
        return new Head(
                rs.getObject(1, UUID.class),
                rs.getString(2),
                rs.getObject(3, LocalDate.class),
                Outcome.valueOf(rs.getString(4)),
                rs.getString(5),
                rs.getObject(6, OffsetDateTime.class).toInstant());
    }

    private static Recorded whole(Handle handle, Head head) {
        record Key(String number, int edition, EnactmentMode mode) {}
        var notices = new LinkedHashMap<Key, List<Integer>>();
        handle.createQuery("select number, edition, mode, item from enacted_item where enactment_id = :id"
                        + " order by length(number), number, edition, mode, item")
                .bind("id", head.id())
                .map((rs, _) -> {
                    var key = new Key(rs.getString(1), rs.getInt(2), EnactmentMode.valueOf(rs.getString(3)));
                    return notices.computeIfAbsent(key, _ -> new ArrayList<>()).add(rs.getInt(4));
                })
                .list();
        return new Recorded(
                head.id(),
                head.ordinance(),
                head.enactedOn(),
                head.outcome(),
                head.reason(),
                head.recordedAt(),
                notices.entrySet().stream()
                        .map(one -> new OfNotice(
                                one.getKey().number(),
                                one.getKey().edition(),
                                one.getKey().mode(),
                                one.getValue()))
                        .toList());
    }
}
