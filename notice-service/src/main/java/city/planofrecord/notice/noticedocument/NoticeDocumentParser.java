package city.planofrecord.notice.noticedocument;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Reads the classification notice in the form of 2011; what it attaches is left to the reader of specifications. */
public final class NoticeDocumentParser {

    private final ZoneId zone;

    /**
     * @param zone the city's zone, in which the notice's local times lie
     */
    public NoticeDocumentParser(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * Reads a document; never throws on what it contains.
     *
     * @param lines the document's lines without their ends; hard-wrapped lines are joined again
     * @return an empty draft and one error where the document is no notice or longer than any
     */
    public ParsedNotice parse(List<String> lines) {
        var extent = Extent.of(lines);
        if (extent.tooLong().isPresent()) {
            int line = extent.tooLong().get();
            return refused(
                    FindingCode.DOCUMENT_TOO_LONG,
                    "Up to this line there is more text than a notice has. Hand in the notice alone, with its specifications.",
                    new Lines(line, line));
        }
        var blocks = Blocks.of(extent.notice());
        if (blocks.stream().noneMatch(block -> block instanceof Block.Numbered || block instanceof Block.Table)) {
            return refused(
                    FindingCode.NO_NOTICE,
                    "This is no classification notice: it has neither a number such as \"Classification Notice No. 12\" nor a table of changes.",
                    new Lines(1, Math.max(1, lines.size())));
        }
        return new Reading(zone, extent).read(blocks);
    }

    private static ParsedNotice refused(FindingCode code, String message, Lines lines) {
        return new ParsedNotice(
                NoticeDraft.EMPTY,
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                List.of(new Finding(Severity.ERROR, code, message, lines, null)),
                Map.of());
    }

    /** One document while it is read. */
    private static final class Reading {

        private final Findings findings = new Findings();
        private final Map<String, Lines> sources = new LinkedHashMap<>();
        private final Set<Integer> announced = new LinkedHashSet<>();
        private final List<DraftItem> items = new ArrayList<>();
        private final ClassTable tables = new ClassTable(findings, sources, items, announced);
        private final Map<Label, String> entries = new LinkedHashMap<>();
        private final List<String> summary = new ArrayList<>();
        private final List<Provision> provisions = new ArrayList<>();
        private final Moments moments;
        private final Extent extent;

        private @Nullable String number;
        private @Nullable LocalDate date;
        private @Nullable Integer postingDays;
        private @Nullable Hearing hearing;
        private @Nullable Comments comments;
        private @Nullable Speakers speakers;
        private @Nullable Lines unclaimed;
        private boolean inSummary;

        Reading(ZoneId zone, Extent extent) {
            this.moments = new Moments(zone, findings);
            this.extent = extent;
        }

        ParsedNotice read(List<Block> blocks) {
            for (var block : blocks) {
                if (!(block instanceof Block.Paragraph)) {
                    reportUnclaimed();
                }
                read(block);
            }
            reportUnclaimed();
            reportMissing(blocks);
            var draft = new NoticeDraft(
                    number,
                    entries.get(Label.TO),
                    entries.get(Label.FROM),
                    date,
                    entries.get(Label.SUBJECT),
                    summary,
                    provisions,
                    items,
                    hearing,
                    comments,
                    speakers);
            return new ParsedNotice(
                    draft,
                    Optional.ofNullable(postingDays),
                    extent.attachmentsBegin(),
                    announced,
                    findings.all(),
                    sources);
        }

        private void read(Block block) {
            switch (block) {
                case Block.Numbered numbered -> {
                    if (first("/number", numbered.lines())) {
                        number = numbered.number();
                    }
                }
                case Block.Entry entry -> entry(entry);
                case Block.Formula _ -> {}
                case Block.Table table -> tables.read(table);
                case Block.UnknownSection section -> unknown(section);
                case Block.Paragraph paragraph -> paragraph(paragraph);
            }
            inSummary = block instanceof Block.Entry || (inSummary && block instanceof Block.Paragraph);
        }

        private void entry(Block.Entry entry) {
            var pointer = "/" + entry.label().name().toLowerCase(Locale.ROOT);
            if (entry.value().isEmpty() || !first(pointer, entry.lines())) {
                return;
            }
            entries.put(entry.label(), entry.value());
            if (entry.label() == Label.DATE) {
                date = moments.date(entry.value(), entry.lines(), pointer).orElse(null);
            }
        }

        private void paragraph(Block.Paragraph paragraph) {
            var rule = ParagraphRule.claiming(paragraph.text()).filter(found -> !inSummary || isSaid(found, paragraph));
            if (rule.isPresent()) {
                reportUnclaimed();
                inSummary = false;
                claimed(rule.get(), paragraph);
            } else if (inSummary) {
                sources.put("/summary/" + summary.size(), paragraph.lines());
                summary.add(paragraph.text());
            } else {
                unclaimed = unclaimed == null ? paragraph.lines() : unclaimed.and(paragraph.lines());
            }
        }

        /** A summary may speak of hearings and comments in passing; one that is announced has a date or a time. */
        private static boolean isSaid(ParagraphRule rule, Block.Paragraph paragraph) {
            return switch (rule) {
                case RECITAL, POSTING -> true;
                case HEARING, COMMENTS, SPEAKERS -> Moments.areIn(paragraph.text());
            };
        }

        private void claimed(ParagraphRule rule, Block.Paragraph paragraph) {
            var text = paragraph.text();
            var lines = paragraph.lines();
            switch (rule) {
                case RECITAL -> provision(ParagraphRule.recited(text), paragraph);
                case POSTING -> provision(new Provision(text, null), paragraph);
                case HEARING -> hearing(text, lines);
                case COMMENTS -> comments(text, lines);
                case SPEAKERS -> speakers(text, lines);
            }
        }

        private void provision(Provision provision, Block.Paragraph paragraph) {
            sources.put("/provisions/" + provisions.size(), paragraph.lines());
            provisions.add(provision);
            if (postingDays == null) {
                postingDays = CalendarDays.in(paragraph.text()).orElse(null);
            }
        }

        private void hearing(String text, Lines lines) {
            if (!first("/hearing", lines)) {
                return;
            }
            var moment = moments.moment(text, lines, "/hearing/at");
            var place = People.place(text, moment.from(), moment.end()).orElse(null);
            if (place == null) {
                findings.warning(
                        FindingCode.PLACE_UNREADABLE,
                        "Say after the date and time where the hearing is.",
                        lines,
                        "/hearing/place");
            }
            hearing = new Hearing(source("/hearing/at", moment.at(), lines), source("/hearing/place", place, lines));
        }

        private void comments(String text, Lines lines) {
            if (!first("/comments", lines)) {
                return;
            }
            var until = moments.moment(text, lines, "/comments/until").at();
            var to = People.recipient(text).orElse(null);
            if (to == null) {
                findings.warning(
                        FindingCode.CONTACT_UNREADABLE,
                        "Name whom to write to, such as \"in writing to A. Name\".",
                        lines,
                        "/comments/to");
            }
            comments = new Comments(source("/comments/until", until, lines), source("/comments/to", to, lines));
        }

        private void speakers(String text, Lines lines) {
            if (!first("/speakers", lines)) {
                return;
            }
            OffsetDateTime until =
                    moments.moment(text, lines, "/speakers/until").at();
            var contact = People.contact(text).orElse(null);
            if (contact == null) {
                findings.warning(
                        FindingCode.CONTACT_UNREADABLE,
                        "Name whom to call, such as \"please call A. Name\".",
                        lines,
                        "/speakers/contact");
            }
            speakers =
                    new Speakers(source("/speakers/until", until, lines), source("/speakers/contact", contact, lines));
        }

        private void unknown(Block.UnknownSection section) {
            if (section.table()) {
                findings.error(
                        FindingCode.UNKNOWN_HEADING,
                        "The table under \"" + section.heading()
                                + "\" was not read, for no known heading says what it changes. Put one above it, such as \"NEW CLASSES\" or \"ABOLISHMENT\".",
                        section.lines());
            } else {
                findings.warning(
                        FindingCode.UNKNOWN_HEADING,
                        "No rule knows the heading \"" + section.heading()
                                + "\"; what stands under it was not read. Take it over by hand where it matters.",
                        section.lines());
            }
        }

        /** Notes where a value came from, if it is the first; a second is reported and left out. */
        private boolean first(String pointer, Lines lines) {
            if (sources.putIfAbsent(pointer, lines) == null) {
                return true;
            }
            findings.warning(
                    FindingCode.VALUE_REPEATED,
                    "This has been said before, and the first was taken. Check whether they agree.",
                    lines,
                    pointer);
            return false;
        }

        private <T> @Nullable T source(String pointer, @Nullable T value, Lines lines) {
            if (value != null) {
                sources.put(pointer, lines);
            }
            return value;
        }

        private void reportUnclaimed() {
            if (unclaimed != null) {
                findings.warning(
                        FindingCode.UNCLAIMED_TEXT,
                        "No rule reads this text, and it is not part of the draft. Take it over by hand where it matters.",
                        unclaimed);
                unclaimed = null;
            }
        }

        private void reportMissing(List<Block> blocks) {
            var whole = blocks.getFirst().lines().and(blocks.getLast().lines());
            missing(!sources.containsKey("/number"), "/number", "The notice has no number.", whole);
            missing(!sources.containsKey("/to"), "/to", "The notice does not say to whom it goes.", whole);
            missing(!sources.containsKey("/from"), "/from", "The notice does not say from whom it comes.", whole);
            missing(!sources.containsKey("/date"), "/date", "The notice has no date.", whole);
            missing(!sources.containsKey("/subject"), "/subject", "The notice has no subject.", whole);
            missing(
                    items.isEmpty() && blocks.stream().noneMatch(Block.Table.class::isInstance),
                    "/items",
                    "The notice has no table of changes.",
                    whole);
            missing(hearing == null, "/hearing", "The notice does not say when and where the hearing is.", whole);
            missing(comments == null, "/comments", "The notice does not say until when comments are taken.", whole);
            missing(
                    speakers == null,
                    "/speakers",
                    "The notice does not say until when one may ask to be heard.",
                    whole);
        }

        private void missing(boolean missing, String pointer, String message, Lines whole) {
            if (missing) {
                findings.error(FindingCode.VALUE_MISSING, message + " Add it.", whole, pointer);
            }
        }
    }
}
