package city.planofrecord.notice.sheet;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.notice.Draft;
import city.planofrecord.notice.notice.Notice;
import city.planofrecord.notice.sheet.Block.Field;
import city.planofrecord.notice.sheet.Block.Paragraph;

/** The sheet of an edition: what it said when it was posted, whatever was recorded since. */
public final class NoticeSheet {

    private final Notice notice;
    private final Draft draft;
    private final ZoneId zone;
    private final Attachments attachments;
    private final List<Block> blocks = new ArrayList<>();

    private NoticeSheet(Notice notice, ZoneId zone) {
        this.notice = notice;
        this.draft = notice.draft();
        this.zone = zone;
        this.attachments = Attachments.of(draft);
    }

    /** @param zone in which days and times are written */
    public static Sheet of(Notice notice, ZoneId zone) {
        return new NoticeSheet(notice, zone).sheet();
    }

    /** What the edition is called, such as {@code Classification Notice No. 1341}. */
    public static String name(Notice notice) {
        return "Classification Notice No. " + notice.number()
                + (notice.edition() == 1 ? "" : ", edition " + notice.edition());
    }

    private Sheet sheet() {
        head();
        if (!draft.items().isEmpty()) {
            blocks.add(new Block.Heading("Proposed changes"));
            blocks.addAll(new ItemTables(draft, attachments).blocks());
        }
        if (!draft.provisions().isEmpty()) {
            blocks.add(new Block.Heading("Rules that this notice cites"));
        }
        for (var provision : draft.provisions()) {
            blocks.add(new Paragraph(
                    provision.citation() == null
                            ? provision.text()
                            : "Per " + provision.citation() + ": " + provision.text()));
        }
        hearing();
        comments();
        speakers();
        attachments();
        return new Sheet(name(notice), foot(), blocks);
    }

    private String foot() {
        return notice.whenPosted()
                .map(posting -> name(notice) + (posting.sha256() == null ? "" : " \u00b7 SHA-256 " + posting.sha256()))
                .orElse(name(notice) + " \u00b7 draft, not posted");
    }

    private void head() {
        blocks.add(new Block.Title(
                notice.whenPosted().isPresent() ? "POSTING IS REQUIRED" : "DRAFT",
                "Classification Notice No. " + notice.number(),
                notice.edition() == 1 ? "" : "Updated posting, edition " + notice.edition()));
        if (notice.whenPosted().isEmpty()) {
            blocks.add(new Block.Callout("This is a draft. It has not been posted and may still change."));
        }
        var fields = new ArrayList<Field>();
        add(fields, "To", draft.to());
        add(fields, "From", draft.from());
        add(fields, "Date", draft.date() == null ? null : Wording.date(draft.date()));
        add(fields, "Subject", draft.subject());
        notice.whenPosted().ifPresent(posting -> {
            add(fields, "Posted", Wording.time(posting.postedAt(), zone));
            add(fields, "Until", "to remain posted through " + Wording.day(posting.until()));
        });
        blocks.add(new Block.Fields(fields));
        var supersedes = notice.ownCourse().supersedes();
        if (supersedes != null) {
            blocks.add(new Block.Callout(
                    "This posting takes the place of edition " + supersedes.edition() + ". " + supersedes.reason()));
        }
        draft.summary().forEach(text -> blocks.add(new Paragraph(text)));
    }

    private static void add(List<Field> fields, String label, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            fields.add(new Field(label, value));
        }
    }

    private void hearing() {
        var hearing = draft.hearing();
        if (hearing == null || hearing.at() == null) {
            return;
        }
        var fields = new ArrayList<Field>();
        add(fields, "When", Wording.time(hearing.at(), zone));
        add(fields, "Where", hearing.place());
        blocks.add(new Block.Heading("Public hearing"));
        blocks.add(new Block.Fields(fields));
    }

    private void comments() {
        var comments = draft.comments();
        if (comments == null) {
            return;
        }
        var fields = new ArrayList<Field>();
        add(fields, "Until", until(comments.until()));
        var to = comments.to();
        if (to != null) {
            add(fields, "To", reached(to.name(), to.email(), null));
            add(fields, "In care of", to.careOf());
        }
        if (!fields.isEmpty()) {
            blocks.add(new Block.Heading("Questions and comments in writing"));
            blocks.add(new Block.Fields(fields));
            blocks.add(
                    new Paragraph(
                            "Anyone may comment on this proposal. Name the notice by its number, and give your name and a telephone number so that you can be answered."));
        }
    }

    private void speakers() {
        var speakers = draft.speakers();
        if (speakers == null) {
            return;
        }
        var fields = new ArrayList<Field>();
        add(fields, "Until", until(speakers.until()));
        var contact = speakers.contact();
        if (contact != null) {
            add(fields, "Ask", reached(contact.name(), contact.email(), contact.phone()));
        }
        if (!fields.isEmpty()) {
            blocks.add(new Block.Heading("To be heard by the Board"));
            blocks.add(new Block.Fields(fields));
            blocks.add(new Paragraph("Anyone may ask to speak on this proposal at the hearing."));
        }
    }

    private @Nullable String until(@Nullable OffsetDateTime deadline) {
        return deadline == null ? null : Wording.time(deadline, zone);
    }

    private static String reached(String name, @Nullable String email, @Nullable String phone) {
        var ways = new ArrayList<String>();
        ways.add(name);
        Optional.ofNullable(phone).ifPresent(ways::add);
        Optional.ofNullable(email).ifPresent(ways::add);
        return String.join(", ", ways);
    }

    /** The attached specifications, and those that items bring along without an attachment. */
    private void attachments() {
        if (attachments.all().isEmpty()) {
            return;
        }
        blocks.add(new Block.Heading("Attached class specifications"));
        var place = 1;
        for (var attachment : attachments.all()) {
            blocks.add(new Block.Entry("Attachment " + place + ": " + attachment.title() + ofItem(attachment.item())));
            place++;
        }
        place = 1;
        for (var attachment : attachments.all()) {
            blocks.add(new Block.NewPage());
            blocks.add(new Block.Heading("Attachment " + place + ": " + attachment.title()));
            blocks.addAll(SpecificationBlocks.of(attachment.specification()));
            place++;
        }
    }

    private static String ofItem(@Nullable Integer item) {
        return item == null ? "" : " (item " + item + ")";
    }
}
