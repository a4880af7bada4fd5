package city.planofrecord.notice.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.notice.noticerule.EffectiveDate;

/** All notices. */
@ApplicationScoped
public class Notices {

    private final Rows rows;
    private final ObjectMapper json;
    private final NoticeTrail trail;
    private final Desk desk;
    private final Drafters drafters;

    Notices(Rows rows, ObjectMapper json, NoticeTrail trail, Desk desk, Drafters drafters) {
        this.rows = rows;
        this.json = json;
        this.trail = trail;
        this.desk = desk;
        this.drafters = drafters;
    }

    /** The rows of the notices. */
    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<NoticeRow, UUID> {}

    /** What is stored beside the columns. */
    private record Stored(
            Draft draft,
            @Nullable Posting posting,
            @Nullable EffectiveDate effectiveDate,
            Map<Integer, ItemCourse> course,
            @Nullable NoticeCourse ownCourse) {}

    /** The edition that is in force: the last that was posted, and to the desk the draft where none was. */
    public Optional<Notice> find(String number) {
        return inForce(editions(number)).filter(desk::sees);
    }

    /** The editions that the caller may see, the first one first. */
    public List<Notice> shown(String number) {
        return editions(number).stream().filter(desk::sees).toList();
    }

    /** All editions, the first one first. */
    public List<Notice> editions(String number) {
        return together(rows.find("number = ?1 order by edition", number).list());
    }

    private List<Notice> together(List<NoticeRow> editions) {
        var highest = editions.stream().mapToLong(row -> row.revision).max().orElse(0);
        return editions.stream()
                .map(this::read)
                .map(notice -> notice.among(highest))
                .toList();
    }

    /** The edition that is worked on: the draft of the next one, and the one in force where there is none. */
    public Notice working(String number) {
        return last(editions(number)).orElseThrow(() -> unknown(number));
    }

    /** @throws Refused (404) where there is no such notice or edition */
    public Notice get(String number, int edition) {
        return editions(number).stream()
                .filter(notice -> notice.edition() == edition)
                .findFirst()
                .filter(desk::sees)
                .orElseThrow(() -> Refused.notFound("Notice " + number + " has no edition " + edition
                        + ". GET /notices/" + number + "/editions lists those there are."));
    }

    private static Optional<Notice> inForce(List<Notice> editions) {
        var posted = editions.stream()
                .filter(notice -> notice.status() != NoticeStatus.DRAFT)
                .toList();
        return last(posted.isEmpty() ? editions : posted);
    }

    private static Optional<Notice> last(List<Notice> editions) {
        return editions.isEmpty() ? Optional.empty() : Optional.of(editions.getLast());
    }

    /** @throws Refused (404) where there is none of that number */
    public Notice get(String number) {
        return find(number).orElseThrow(() -> unknown(number));
    }

    /**
     * The edition in force, all editions being kept from other changes until the transaction ends.
     *
     * @throws Refused (404) where there is none of that number
     */
    public Notice lock(String number) {
        return lockIfThere(number).orElseThrow(() -> unknown(number));
    }

    /** The edition that is worked on, locked likewise. */
    public Notice lockWorking(String number) {
        return last(locked(number)).orElseThrow(() -> unknown(number));
    }

    /** The edition in force, locked likewise; the notice must not have been read in the transaction before. */
    public Optional<Notice> lockIfThere(String number) {
        return inForce(locked(number));
    }

    /** One edition, locked likewise. */
    public Optional<Notice> lockIfThere(String number, int edition) {
        return locked(number).stream()
                .filter(notice -> notice.edition() == edition)
                .findFirst();
    }

    private List<Notice> locked(String number) {
        return together(rows.find("number = ?1 order by edition", number)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list());
    }

    private static Refused unknown(String number) {
        return Refused.notFound("There is no notice " + number + ". GET /notices lists those there are.");
    }

    /** @throws Refused (409) where the number is taken */
    public void add(Notice notice) {
        if (editions(notice.number()).stream().anyMatch(other -> other.edition() >= notice.edition())) {
            throw taken(notice);
        }
        var row = new NoticeRow();
        row.id = notice.id();
        write(notice, row);
        remember(notice);
        try {
            rows.persistAndFlush(row);
        } catch (ConstraintViolationException e) {
            throw taken(notice);
        }
        trail.changed(notice.number(), notice.edition(), null, state(row));
    }

    private static Refused taken(Notice notice) {
        return new Refused(
                ProblemKind.CONFLICT,
                "Notice " + notice.number() + (notice.edition() == 1 ? "" : ", edition " + notice.edition() + ",")
                        + " is there already. Change that draft, delete it first, or give this notice another number.");
    }

    /** Stores the next state of a notice that was locked in this transaction. */
    public void save(Notice notice) {
        var row = rows.findById(notice.id());
        var before = state(row);
        write(notice, row);
        remember(notice);
        rows.flush();
        trail.changed(notice.number(), notice.edition(), before, state(row));
    }

    private void remember(Notice notice) {
        if (notice.status() == NoticeStatus.DRAFT) {
            drafters.remember(notice.number());
        }
    }

    /** Deletes a draft that was locked in this transaction; that it was there stays on record. */
    public void remove(Notice notice) {
        var row = rows.findById(notice.id());
        rows.delete(row);
        rows.flush();
        trail.changed(notice.number(), notice.edition(), state(row), null);
    }

    /** All that is stored of a notice, for the record. */
    private JsonNode state(NoticeRow row) {
        try {
            var state = (ObjectNode) json.readTree(row.document);
            return state.put("id", row.id.toString())
                    .put("edition", row.edition)
                    .put("status", row.status)
                    .put("revision", row.revision);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored notice that cannot be read", e);
        }
    }

    private void write(Notice notice, NoticeRow row) {
        var draft = notice.draft();
        row.number = notice.number();
        row.edition = notice.edition();
        row.status = notice.status().name();
        row.revision = notice.revision();
        row.noticeDate = draft.date();
        row.postedAt = notice.whenPosted().map(Posting::postedAt).orElse(null);
        row.postedUntil = notice.whenPosted().map(Posting::until).orElse(null);
        var now = notice.asRescheduled();
        row.hearingAt = now.hearing() == null ? null : now.hearing().at();
        row.hearingPlace = now.hearing() == null ? null : now.hearing().place();
        row.commentsUntil = now.comments() == null ? null : now.comments().until();
        row.speakersUntil = now.speakers() == null ? null : now.speakers().until();
        row.endedOn = notice.endedOn().orElse(null);
        row.jobCodes = draft.jobCodes().toArray(String[]::new);
        row.grades = draft.grades().toArray(String[]::new);
        row.mends = draft.corrects().stream().map(Mending::notice).distinct().toArray(String[]::new);
        row.words = words(draft);
        try {
            row.document = json.writeValueAsString(
                    new Stored(draft, notice.posting(), notice.effectiveDate(), notice.course(), notice.ownCourse()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a notice that cannot be written", e);
        }
    }

    private static String words(Draft draft) {
        var words = new ArrayList<String>();
        words.add(draft.number());
        Optional.ofNullable(draft.subject()).ifPresent(words::add);
        words.addAll(draft.summary());
        for (var item : draft.items()) {
            Optional.ofNullable(item.before().title()).ifPresent(words::add);
            Optional.ofNullable(item.after().title()).ifPresent(words::add);
        }
        return String.join("\n", words);
    }

    private Notice read(NoticeRow row) {
        try {
            var stored = json.readValue(row.document, Stored.class);
            return new Notice(
                    row.id,
                    row.edition,
                    NoticeStatus.valueOf(row.status),
                    row.revision,
                    stored.draft(),
                    stored.posting(),
                    stored.effectiveDate(),
                    stored.course(),
                    Objects.requireNonNullElse(stored.ownCourse(), NoticeCourse.NONE));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored notice that cannot be read", e);
        }
    }
}
