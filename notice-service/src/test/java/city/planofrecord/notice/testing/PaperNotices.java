package city.planofrecord.notice.testing;

/** Notices as the text that people hand in. */
public final class PaperNotices {

    private PaperNotices() {}

    /** A notice of the dates of 2011 that renames one class, and what stands at its end. */
    public static String renaming(String number, String jobCode, String present, String proposed, String end) {
        return """
                POSTING IS REQUIRED

                Classification Notice No. %s

                To: Agency Heads and Employees
                From: The Director
                Date: March 23, 2011
                Subject: Proposed Change to the Classification and Pay Plan

                One class is to be renamed.

                TITLE CHANGES

                Job Code:\tCurrent Classification Title:\tProposed Classification Title
                %s\t%s\t%s

                The scheduled time for the public hearing is Thursday April 7, 2011 5:00 p.m. in the Board Room.

                Note: Please submit any questions or comments in writing to A. Clerk by 8:00 a.m. on Wednesday, April 6, 2011.

                If anyone wishes to be heard by the Board on this item, please call A. Clerk at (720) 555-0168 no later than noon on Tuesday, April 5, 2011.

                %s
                """.formatted(number, jobCode, present, proposed, end);
    }
}
