package city.planofrecord.chassis.access;

/** The roles, as they stand in the claim of a token that names them. */
public final class Roles {

    /** Imports, drafts, and records acts on what the service keeps. */
    public static final String ANALYST = "analyst";

    /** Posts, withdraws, supersedes and rescinds. */
    public static final String DIRECTOR = "director";

    /** Records hearings, decisions and enactments. */
    public static final String CLERK = "clerk";

    /** Judges what the public has written. */
    public static final String MODERATOR = "moderator";

    /** Reads the audit trail and personal data. */
    public static final String AUDITOR = "auditor";

    /** Replays dead letters and looks after the running services. */
    public static final String OPERATOR = "operator";

    /** Another of our services, for what it may ask that changes nothing. */
    public static final String SERVICE = "service";

    private Roles() {}
}
