package city.planofrecord.notice.noticeimport;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.notice.notice.CityRules;
import city.planofrecord.notice.notice.Draft;
import city.planofrecord.notice.noticedocument.Comments;
import city.planofrecord.notice.noticedocument.Hearing;
import city.planofrecord.notice.noticedocument.Speakers;

/** What a notice says beside its items, for a table that holds only these. */
public class TableTerms {

    @QueryParam("number")
    @Parameter(description = "Of the notice; for CSV, required there")
    public @Nullable String number;

    @QueryParam("date")
    @Parameter(description = "That the notice bears; for CSV")
    public @Nullable String date;

    @QueryParam("subject")
    @Parameter(description = "Of the notice; for CSV")
    public @Nullable String subject;

    @QueryParam("to")
    @Parameter(description = "Whom the notice addresses; for CSV")
    public @Nullable String to;

    @QueryParam("from")
    @Parameter(description = "Whose notice it is; for CSV")
    public @Nullable String from;

    @QueryParam("hearingAt")
    @Parameter(description = "When it is heard, with offset; for CSV")
    public @Nullable String hearingAt;

    @QueryParam("hearingPlace")
    @Parameter(description = "Where it is heard; for CSV")
    public @Nullable String hearingPlace;

    @QueryParam("commentsUntil")
    @Parameter(description = "Last instant for comments, with offset; for CSV")
    public @Nullable String commentsUntil;

    @QueryParam("commentsTo")
    @Parameter(description = "Who receives comments; for CSV")
    public @Nullable String commentsTo;

    @QueryParam("speakersUntil")
    @Parameter(description = "Last instant to ask to be heard, with offset; for CSV")
    public @Nullable String speakersUntil;

    @QueryParam("speakersContact")
    @Parameter(description = "Whom to ask to be heard; for CSV")
    public @Nullable String speakersContact;

    private Map<String, @Nullable String> all() {
        var all = new LinkedHashMap<String, @Nullable String>();
        all.put("number", number);
        all.put("date", date);
        all.put("subject", subject);
        all.put("to", to);
        all.put("from", from);
        all.put("hearingAt", hearingAt);
        all.put("hearingPlace", hearingPlace);
        all.put("commentsUntil", commentsUntil);
        all.put("commentsTo", commentsTo);
        all.put("speakersUntil", speakersUntil);
        all.put("speakersContact", speakersContact);
        return all;
    }

    /** @throws Refused (400) where any is given, because a document says all this itself */
    void requireNone() {
        var given = new ArrayList<Violation>();
        all().forEach((name, value) -> {
            if (value != null) {
                given.add(Violation.ofParameter(name, "is for CSV; a document says it itself", value, null));
            }
        });
        refuse(given);
    }

    /** @throws Refused (400) where one cannot be read */
    Draft draft(ItemTable.Read table, CityRules city) {
        var wrong = new ArrayList<Violation>();
        all().forEach((name, value) -> {
            if (value != null && value.length() > 500) {
                wrong.add(Violation.ofParameter(name, "is too long", value.length() + " characters", "up to 500"));
            }
        });
        if (number == null || !number.matches("[A-Za-z0-9.-]{1,40}")) {
            wrong.add(Violation.ofParameter(
                    "number", "names the notice", number, "1 to 40 letters, digits, '.' and '-'"));
        }
        var day = read("date", date, LocalDate::parse, "a date such as 2011-03-23", wrong);
        var heard = time("hearingAt", hearingAt, wrong);
        var comments = time("commentsUntil", commentsUntil, wrong);
        var speakers = time("speakersUntil", speakersUntil, wrong);
        refuse(wrong);
        return new Draft(
                String.valueOf(number),
                to,
                from,
                day,
                subject,
                List.of(),
                List.of(),
                table.items(),
                heard == null && hearingPlace == null ? null : new Hearing(city.localOrNull(heard), hearingPlace),
                comments == null && commentsTo == null
                        ? null
                        : new Comments(
                                city.localOrNull(comments),
                                commentsTo == null ? null : new Comments.Recipient(commentsTo, null, null)),
                speakers == null && speakersContact == null
                        ? null
                        : new Speakers(
                                city.localOrNull(speakers),
                                speakersContact == null ? null : new Speakers.Contact(speakersContact, null, null)),
                List.of(),
                List.of(),
                table.sources());
    }

    private static @Nullable OffsetDateTime time(String name, @Nullable String written, List<Violation> wrong) {
        return read(name, written, OffsetDateTime::parse, "a time such as 2011-04-07T17:00:00-06:00", wrong);
    }

    private static <T> @Nullable T read(
            String name, @Nullable String written, Function<String, T> parse, String expected, List<Violation> wrong) {
        try {
            return written == null ? null : parse.apply(written);
        } catch (DateTimeException _) {
            wrong.add(Violation.ofParameter(name, "cannot be read", written, expected));
            return null;
        }
    }

    private static void refuse(List<Violation> wrong) {
        if (!wrong.isEmpty()) {
            var first = wrong.getFirst();
            throw new Refused(ProblemKind.MALFORMED, first.parameter() + " " + first.message() + ".", wrong);
        }
    }
}
