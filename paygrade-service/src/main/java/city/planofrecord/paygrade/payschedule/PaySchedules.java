package city.planofrecord.paygrade.payschedule;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.audit.Trail;
import city.planofrecord.chassis.dated.Bearer;
import city.planofrecord.chassis.dated.NextChange;
import city.planofrecord.chassis.dated.NotInEffect;
import city.planofrecord.chassis.dated.Span;
import city.planofrecord.chassis.event.Outbox;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.ledger.Ledger;
import city.planofrecord.chassis.ledger.Row;
import city.planofrecord.chassis.register.DayBoundaries;
import city.planofrecord.chassis.register.KeepsRegister;
import city.planofrecord.chassis.register.Register;
import city.planofrecord.chassis.register.Telling;
import city.planofrecord.paygrade.acts.Collection;
import city.planofrecord.paygrade.acts.Meaning;
import city.planofrecord.paygrade.acts.Registered;
import city.planofrecord.paygrade.acts.SetFields;
import city.planofrecord.paygrade.code.GradeCode;
import city.planofrecord.paygrade.code.Notation;

/** The schedules. */
@Singleton
public class PaySchedules implements KeepsRegister, Registered<PayScheduleView> {

    private static final Set<String> FIELDS = Set.of("schedule", "name", "notation");
    private static final int LONGEST_NAME = 200;

    private final Register register;
    private final Ledger ledger;
    private final Collection collection;

    PaySchedules(Jdbi jdbi, Outbox outbox, Trail trail, DayBoundaries boundaries, Clock clock, ObjectMapper json) {
        this.register =
                new Register("pay_schedule", new PayScheduleTelling(), jdbi, outbox, trail, boundaries, clock, json);
        this.ledger = register.ledger();
        this.collection = new Collection(jdbi, ledger, "r.schedule");
    }

    @Override
    public Register register() {
        return register;
    }

    @Override
    public String field() {
        return "schedule";
    }

    /** What a decided notice holds where it touches the letter. */
    public static String thing(String letter) {
        return "schedule " + letter;
    }

    @Override
    public Meaning meaning(Map<String, JsonNode> set, LocalDate from, String pointer) {
        var given = new SetFields(set, pointer, FIELDS);
        var fields = new HashMap<String, JsonNode>();
        var things = new HashSet<String>();
        given.text("schedule").ifPresent(letter -> {
            if (!GradeCode.isSchedule(letter)) {
                throw given.invalid("schedule", "is no letter of a schedule", letter, "one to three capital letters");
            }
            fields.put("schedule", TextNode.valueOf(letter));
            things.add(thing(letter));
        });
        given.text("name").ifPresent(name -> {
            if (name.isEmpty() || name.length() > LONGEST_NAME) {
                throw given.invalid("name", "is out of bounds", name, "1 to " + LONGEST_NAME + " characters");
            }
            fields.put("name", TextNode.valueOf(name));
        });
        given.text("notation").ifPresent(notation -> {
            if (Arrays.stream(Notation.values()).noneMatch(known -> known.name().equals(notation))) {
                throw given.invalid(
                        "notation", "is no notation", notation, "one of " + Arrays.toString(Notation.values()));
            }
            fields.put("notation", TextNode.valueOf(notation));
        });
        return new Meaning(fields, things);
    }

    @Override
    public Set<String> grounds(Map<String, JsonNode> image) {
        return Set.of(thing(text(image, "schedule")));
    }

    private static String text(Map<String, JsonNode> image, String field) {
        return Objects.requireNonNull(image.get(field)).asText();
    }

    /** The schedule that a letter means on a day; it need not be in effect then. Empty where none ever bears it. */
    public Optional<UUID> find(String letter, LocalDate day, @Nullable Instant knownAt) {
        var bearing = ledger
                .select(
                        "r.schedule = :letter and " + Ledger.known("r", knownAt),
                        Map.of("letter", letter),
                        knownAt,
                        "r.effective_from")
                .stream()
                .map(Span::of)
                .toList();
        return Bearer.meant(bearing, day);
    }

    /** As {@link #find}. @throws Refused (404) where no schedule ever bears the letter */
    public UUID meant(String letter, LocalDate day, @Nullable Instant knownAt) {
        return find(letter, day, knownAt)
                .orElseThrow(() -> Refused.notFound(
                        "No pay schedule has ever borne the letter '" + letter + "'. GET /pay-schedules lists them."));
    }

    /** The schedule that bears the letter on the day as the plan stands now. */
    public Optional<UUID> inEffect(String letter, LocalDate day) {
        return find(letter, day, null)
                .filter(id -> ledger.on(id, day, null)
                        .filter(row -> row.image().path("schedule").asText().equals(letter))
                        .isPresent());
    }

    /** How documents of the day write the grades of the schedule. */
    public Notation notation(UUID id, LocalDate day, @Nullable Instant knownAt) {
        return notation(ledger.rows(id, knownAt), day);
    }

    /** As {@link #notation(UUID, LocalDate, Instant)}, among the rows of one schedule. */
    public static Notation notation(List<Row> rows, LocalDate day) {
        return rows.stream()
                .filter(row -> row.covers(day))
                .findFirst()
                .map(PaySchedules::notation)
                .orElse(Notation.NUMBER_FIRST);
    }

    private static Notation notation(Row row) {
        return Notation.valueOf(row.image().path("notation").asText(Notation.NUMBER_FIRST.name()));
    }

    Collection.Found find(Collection.Question question) {
        return collection.find(question, List.of());
    }

    /** The schedule on the day. @throws Refused (404) that says when it was or will be in effect */
    PayScheduleView on(UUID id, String asked, LocalDate day, @Nullable Instant knownAt) {
        return view(
                ledger.on(id, day, knownAt)
                        .orElseThrow(() -> NotInEffect.on(
                                day,
                                "Pay schedule " + asked,
                                "was abolished",
                                ledger.rows(id, knownAt).stream().map(Span::of).toList())),
                day,
                knownAt);
    }

    @Override
    public Optional<PayScheduleView> shown(UUID id, LocalDate day) {
        return ledger.on(id, day, null).map(row -> view(row, day, null));
    }

    PayScheduleView view(Row row, LocalDate day, @Nullable Instant knownAt) {
        var letter = row.image().path("schedule").asText();
        return new PayScheduleView(
                row.subject(),
                letter,
                row.image().has("name") ? row.image().path("name").asText() : null,
                notation(row),
                row.effectiveFrom(),
                row.effectiveUntil(),
                row.recordedAt(),
                row.act(),
                row.authority(),
                next(row, letter, day, knownAt),
                ledger.revision(row.subject(), knownAt));
    }

    private @Nullable NextChange next(Row row, String letter, LocalDate day, @Nullable Instant knownAt) {
        var spans = ledger.rows(row.subject(), knownAt).stream().map(Span::of).toList();
        return NextChange.after(day, spans, "/pay-schedules/" + letter).orElse(null);
    }

    private static final class PayScheduleTelling implements Telling {

        @Override
        public String stream() {
            return "pay-grades";
        }

        @Override
        public String stem() {
            return "pay-schedule";
        }

        @Override
        public boolean hasState() {
            return false;
        }

        @Override
        public String subject(UUID id, @Nullable Map<String, JsonNode> image, LocalDate day) {
            var letter = image == null ? null : image.get("schedule");
            return letter == null ? id.toString() : letter.asText();
        }
    }
}
