package city.planofrecord.notice.testing;

import java.util.List;

/** Bodies of drafts that say only what matters. */
public final class Drafts {

    private Drafts() {}

    /** A draft of the notice's dates of 2011 with the items given as JSON. */
    public static String draft(String number, String... items) {
        return """
                { "number": "%s", "to": "Agency Heads and Employees", "from": "The Director", "date": "2011-03-23",
                  "subject": "Proposed Change to the Classification and Pay Plan", "summary": ["Some classes change."],
                  "items": [%s],
                  "hearing": { "at": "2011-04-07T17:00:00-06:00", "place": "The Board Room" },
                  "comments": { "until": "2011-04-06T08:00:00-06:00", "to": { "name": "The Clerk" } },
                  "speakers": { "until": "2011-04-05T12:00:00-06:00", "contact": { "name": "The Clerk" } } }
                """.formatted(number, String.join(",", List.of(items)));
    }

    public static String retitle(String jobCode, String from, String to) {
        return """
                { "kind": "REVISE", "present": { "jobCode": "%s", "title": "%s" }, "proposed": { "title": "%s" } }
                """.formatted(jobCode, from, to);
    }

    public static String establish(String jobCode, String title, String grade) {
        return """
                { "kind": "ESTABLISH", "proposed": { "jobCode": "%s", "title": "%s", "grade": "%s",
                  "specification": { "title": "%s", "flsa": { "asWritten": "Exempt", "status": "EXEMPT" } } } }
                """.formatted(jobCode, title, grade, title);
    }

    public static String abolish(String jobCode) {
        return "{ \"kind\": \"ABOLISH\", \"present\": { \"jobCode\": \"%s\" } }".formatted(jobCode);
    }

    public static final String POSTING =
            "{ \"at\": \"2011-03-23T09:00:00-06:00\", \"places\": [\"The bulletin board\"] }";

    public static final String APPROVAL =
            "{ \"decidedOn\": \"2011-04-07\", \"body\": \"Career Service Board\", \"outcome\": \"APPROVED\" }";
}
