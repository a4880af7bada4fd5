package city.planofrecord.notice.desk;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What lies on the desk.
 *
 * @param drafts the latest first, at most as many as the page shows
 * @param allDrafts how many there are in all
 * @param posted in the order of what happens to them next
 * @param allPosted how many there are in all
 * @param toDecide those whose hearing is over and whose decision is not recorded
 * @param toEnact what waits for the Council, the longest waiting first
 */
public record DeskView(
        Moment now,
        List<DraftRow> drafts,
        long allDrafts,
        List<PostedRow> posted,
        long allPosted,
        List<DecisionRow> toDecide,
        List<EnactmentRow> toEnact) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm", Locale.ENGLISH);

    /** A day or a time of the city, for people and for machines. */
    public record Moment(String text, String machine) {

        static Moment of(LocalDate day) {
            return new Moment(DAY.format(day), day.toString());
        }

        static Moment of(LocalDateTime time) {
            return new Moment(TIME.format(time), time.toString());
        }
    }

    /**
     * A draft.
     *
     * @param errors open findings without whose settlement it cannot be posted, likewise {@code warnings}
     * @param findings the first of them, in words
     */
    public record DraftRow(
            String number,
            int edition,
            String subject,
            int items,
            @Nullable Moment hearing,
            int errors,
            int warnings,
            List<String> findings) {

        public int open() {
            return errors + warnings;
        }

        public int unshown() {
            return open() - findings.size();
        }
    }

    /** A posted notice; its next deadline, where one lies ahead, and its hearing. */
    public record PostedRow(
            String number,
            int edition,
            String subject,
            int items,
            @Nullable String deadline,
            @Nullable Moment deadlineAt,
            @Nullable Moment hearing,
            @Nullable String place) {}

    /** A notice whose decision is due. */
    public record DecisionRow(String number, int edition, String subject, Moment heard, int items) {}

    /** Approved items that the Council has not decided on. */
    public record EnactmentRow(String number, int edition, String items, Moment approved, String mode) {}
}
