package city.planofrecord.notice.noticedocument;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** A notice of a city that does not exist, whose parts can be taken apart, damaged and put into another order. */
final class SampleNotice {

    static final ZoneId ZONE = ZoneId.of("America/Denver");

    static final String HEAD = """
            POSTING IS REQUIRED

            Classification Notice No. 77-B

            To: All Agencies and Their Employees
            From: Pat Q. Example, Director of Personnel
            Date: March 2, 2015
            Subject: Changes Proposed to the Pay Plan

            This notice proposes to retitle two classes, to regrade three, to add two and to end one.

            A study of the libraries found that the work of these classes has changed since they were established.
            """;

    static final String RETITLES = """
            REVISED CLASS SPECIFICATIONS INCLUDING TITLE CHANGES

            <u>Job Code:</u>\t<u>Current Classification Title:</u>\t<u>Proposed Classification Title</u>
            LB1001\tBook-Mobile Driver\tLibrary Driver
            LB1002\tShelver\tLibrary Page
            """;

    static final String REGRADES = """
            REVISED CLASS SPECIFICATIONS INCLUDING PAY GRADE AND TITLE CHANGES

            <u>Current Job Code</u>\t<u>Proposed Job Code</u>\t<u>Current Classification Title</u>\t<u>Proposed Classification Title</u>
            LB1003\tLB1003\tArchivist\tCity Archivist
            LB1004\tAR2004\tRecords Helper\tRecords Assistant
            LB1005\tLB1005\tCatalog Clerk/Typist\tCatalog Technician

            Present Pay Grade & Range

            714-L (\\$40,100 to \\$60,200)
             612-C (\\$31,000 to \\$45,500)
             611-C (\\$29,950 to \\$44,000)

            Proposed Pay Grade& Range

            716-L (\\$44,000 to \\$66,000)
             613-A (\\$33,250 to \\$49,875)
             612-C (\\$31,000 to \\$45,500)
            """;

    static final String NEW_CLASSES = """
            NEW CLASSES

            <u>Job Code</u>\t<u>Classification Title</u>\t<u>Pay Grade & Range</u>
            AR2010\tDigital Archivist\t715-L (\\$42,000 to \\$63,000)
            AR2011\tArchive Manager\t720-L (\\$60,000 to \\$90,000)
            """;

    static final String ABOLISHMENT = """
            ABOLISHMENT

            <u>Job Code</u>\t<u>Classification Title</u>\t<u>Pay Grade</u>
            LB1006\tMicrofilm Operator\t610-C
            """;

    static final String RECITAL = """
            Per Personnel Rule 3-12 B \u2013 \u201cA change that the Commission approves counts from the Monday after.\u201d
            """;

    static final String POSTING = """
            This notice shall be posted at every agency for at least twenty-one calendar days from its date.
            """;

    static final String HEARING = """
            Public Notice of Changes:

            The scheduled time for the public hearing is **Thursday March 26, 2015 5:30 p.m.** in the Great Hall, Room 2.B, Old Library, 12 Elm Street.
            """;

    static final String COMMENTS = """
            Note: Please submit any questions or comments in writing to Ada Clerk ada.clerk@example.org, in care of Bo Helper bo.helper@example.org by 8:00 a.m. on **Wednesday, March 25, 2015**. Tell us how to reach you.
            """;

    static final String SPEAKERS = """
            If anyone wishes to be heard by the Commission, please call Cy Usher cy.usher@example.org at (555) 010-0199 no later than noon on **Tuesday, March 24, 2015**.
            """;

    static final List<String> SECTIONS =
            List.of(RETITLES, REGRADES, NEW_CLASSES, ABOLISHMENT, RECITAL, POSTING, HEARING, COMMENTS, SPEAKERS);

    static final String ATTACHED = """
            Personnel Office

            Page 1 of 3

            Library Driver

            GENERAL STATEMENT OF CLASS DUTIES

            Drives.
            """;

    private SampleNotice() {}

    /** The whole notice without attachments. */
    static String text() {
        return of(SECTIONS);
    }

    /** The head and then these sections. */
    static String of(List<String> sections) {
        var parts = new ArrayList<String>();
        parts.add(HEAD);
        parts.addAll(sections);
        return String.join("\n", parts);
    }

    /** The notice with one section in another form; absent leaves it out. */
    static String with(String section, @Nullable String otherwise) {
        return of(SECTIONS.stream()
                .flatMap(each -> !each.equals(section)
                        ? Stream.of(each)
                        : otherwise == null ? Stream.empty() : Stream.of(otherwise))
                .toList());
    }

    static ParsedNotice parse(String text) {
        return new NoticeDocumentParser(ZONE).parse(text.lines().toList());
    }

    /** The number, counted from 1, of the first line that contains a text. */
    static int line(String text, String part) {
        var lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(part)) {
                return i + 1;
            }
        }
        throw new AssertionError("No line contains " + part);
    }

    static List<FindingCode> codes(ParsedNotice parsed) {
        return parsed.findings().stream().map(Finding::code).toList();
    }
}
