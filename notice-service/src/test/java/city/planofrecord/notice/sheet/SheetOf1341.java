package city.planofrecord.notice.sheet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import city.planofrecord.notice.notice.Draft;
import city.planofrecord.notice.notice.Draft.AttachedText;
import city.planofrecord.notice.notice.Notice;
import city.planofrecord.notice.notice.Posting;
import city.planofrecord.notice.notice.ProposedItem;
import city.planofrecord.notice.noticedocument.Comments;
import city.planofrecord.notice.noticedocument.Hearing;
import city.planofrecord.notice.noticedocument.Provision;
import city.planofrecord.notice.noticedocument.Speakers;

/** A notice with the facts of our sample, as its sheet shows it. */
final class SheetOf1341 {

    static final ZoneId DENVER = ZoneId.of("America/Denver");

    static final String SPECIFICATION = """
            { "template": "2011", "title": "311 Analyst/Trainer",
              "generalStatement": "Studies what the center does, and trains its people.",
              "distinguishingCharacteristics": ["Both train; only this class studies the operation as well."],
              "essentialDuties": [{ "text": "Keeps the knowledge base true and current.", "items": ["By position, on call"] }],
              "competencies": [{ "name": "Reading", "definition": "Understands what is written." }],
              "education": "Bachelor's degree", "flsa": { "asWritten": "Exempt", "status": "EXEMPT" },
              "history": [{ "date": { "asWritten": "12/1/2005", "year": 2005 }, "initials": "AB", "text": "Established." }],
              "none": ["licensure"], "sources": { "/education": { "from": 1, "to": 1 } },
              "residency": "Within the county" }
            """;

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    private SheetOf1341() {}

    static List<ProposedItem> items() {
        return List.of(
                item(
                        "REVISE",
                        "'jobCode':'CS2154','title':'3-1-1 Customer Service Agent'",
                        "'jobCode':'CS2154','title':'311 Customer Service Agent'"),
                item(
                        "REVISE",
                        "'jobCode':'CS2374','title':'3-1-1 Customer Service Specialist'",
                        "'title':'311 Customer Service Specialist'"),
                item(
                        "REVISE",
                        "'jobCode':'CC2158','title':'3-1-1 Operations Support Assistant','grade':'612-C','range':{'minimum':'31573.00','maximum':'46117.00'}",
                        "'jobCode':'CA2434','title':'311 Operations Assistant','grade':'613-A','range':{'minimum':'35912.00','maximum':'52419.00'}"),
                item(
                        "REVISE",
                        "'jobCode':'CA2157','title':'3-1-1 Operations Support Trainer/Analyst','grade':'806-A'",
                        "'title':'311 Analyst/Trainer','grade':'809-A','flsaStatus':'NON_EXEMPT','specification':"
                                + SPECIFICATION),
                item(
                        "ESTABLISH",
                        null,
                        "'jobCode':'CA2433','title':'Contact Center Operations Manager','grade':'809-A','range':{'minimum':'52419.00','maximum':'83640.00'},'inPlaceOf':['CS2156']"),
                item(
                        "ESTABLISH",
                        null,
                        "'jobCode':'CA2436','title':'Contact Center Director','grade':'813-A','range':{'minimum':'21.50','maximum':'35.75','basis':'HOURLY'}"),
                item(
                        "ABOLISH",
                        "'jobCode':'CS2156','title':'3-1-1 Customer Service Operations Supervisor','grade':'807-S'",
                        null));
    }

    static ProposedItem item(String kind, String present, String proposed) {
        var terms = new ArrayList<String>();
        terms.add("'kind':'" + kind + "'");
        if (present != null) {
            terms.add("'present':{" + present + "}");
        }
        if (proposed != null) {
            terms.add("'proposed':{" + proposed + "}");
        }
        return read(
                ("{" + String.join(",", terms) + "}").replace('\'', '"').replace("Bachelor\"s", "Bachelor's"),
                ProposedItem.class);
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    static Notice posted() {
        return posted(draft("Proposed Change to the Classification and Pay Plan", items(), attachments()));
    }

    static List<AttachedText> attachments() {
        return List.of(new AttachedText("311 Analyst/Trainer", 4, read(SPECIFICATION, ObjectNode.class)));
    }

    static Draft draft(String subject, List<ProposedItem> items, List<AttachedText> attachments) {
        return new Draft(
                "1341",
                "Agency Heads and Employees",
                "Adelaide M.R. Thornquist, Interim Director",
                LocalDate.parse("2011-03-23"),
                subject,
                List.of(
                        "We propose nine changes to the plan. Two classes are only to be renamed, three are to be renamed and paid differently, three classes are new, and one class goes.",
                        "The proposal rests on a study by the Career Service Authority of the city's 311 Operations, which have taken questions and requests from residents since 2005, wherever no emergency is at hand."),
                List.of(new Provision(
                        "the effective date of any resulting change shall be the beginning of the first work week following approval by the Board.",
                        "Career Service Rule 7-37 A")),
                items,
                new Hearing(
                        OffsetDateTime.parse("2011-04-07T17:00:00-06:00"),
                        "CSA Board Room, Room 4.F.6, Webb Municipal Building, 201 West Colfax Avenue"),
                new Comments(
                        OffsetDateTime.parse("2011-04-06T14:00:00Z"),
                        new Comments.Recipient(
                                "Rowena Castell",
                                "rowena.castell@example.org",
                                "Imke Dorsett imke.dorsett@example.org")),
                new Speakers(
                        OffsetDateTime.parse("2011-04-05T12:00:00-06:00"),
                        new Speakers.Contact("Tomas Winterbourne", "(720) 555-0168", null)),
                attachments,
                List.of(),
                Map.of());
    }

    static Notice posted(Draft draft) {
        return Notice.drafted(UUID.randomUUID(), draft)
                .posted(
                        new Posting(
                                OffsetDateTime.parse("2011-03-23T09:00:00-06:00"),
                                LocalDate.parse("2011-04-05"),
                                List.of("Webb Municipal Building"),
                                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                                Instant.EPOCH,
                                "director"),
                        Map.of());
    }
}
