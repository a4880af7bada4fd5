package city.planofrecord.local.city;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What classes are called: a field of work, a role in it, and the steps that the role has. */
final class Words {

    /** A role, its occupational group, the letters of the schedules that its classes are found in, and its steps. */
    record Role(String name, String group, String letters, List<String> steps) {}

    /** A field of work and a role in it. */
    record Family(String field, Role role) {

        String name() {
            return field + " " + role.name();
        }
    }

    private static final List<String> NUMBERED = List.of("%s I", "%s II", "%s III");
    private static final List<String> LED = List.of("Associate %s", "%s", "Senior %s", "Lead %s");
    private static final List<String> TRADE = List.of("%s Helper", "%s", "Master %s", "%s Supervisor");
    private static final List<String> MANAGED = List.of("Assistant %s", "%s");
    private static final List<String> TRAINED = List.of("%s Trainee", "%s", "Senior %s");

    private static final List<String> FIELDS = List.of(
            "Accounting",
            "Airfield",
            "Animal Shelter",
            "Archives",
            "Asset",
            "Auditing",
            "Benefits",
            "Bridge",
            "Budget",
            "Building Permit",
            "Case",
            "Child Support",
            "Claims",
            "Code Enforcement",
            "Collections",
            "Community Center",
            "Contract",
            "Court",
            "Curb and Sidewalk",
            "Data Center",
            "Detention",
            "Drainage",
            "Elections",
            "Electrical",
            "Emergency Dispatch",
            "Environmental Health",
            "Facilities",
            "Fleet",
            "Food Safety",
            "Forestry",
            "Golf Course",
            "Grants",
            "Heating and Cooling",
            "Housing",
            "Immunization",
            "Internal Mail",
            "Laboratory",
            "Landmark",
            "Licensing",
            "Mapping",
            "Museum",
            "Network",
            "Noise Control",
            "Park Maintenance",
            "Parking",
            "Payroll",
            "Plan Review",
            "Plumbing",
            "Probation",
            "Property",
            "Public Art",
            "Public Records",
            "Purchasing",
            "Real Estate",
            "Recreation",
            "Risk",
            "Safety",
            "Sewer",
            "Signal",
            "Street",
            "Survey",
            "Tax",
            "Telecommunications",
            "Training",
            "Transit",
            "Treasury",
            "Victim Assistance",
            "Water Quality",
            "Workforce",
            "Zoning");

    private static final List<Role> ROLES = List.of(
            new Role("Analyst", "Administrative and Professional", "AADRE", LED),
            new Role("Assistant", "Clerical", "CCK", NUMBERED),
            new Role("Clerk", "Clerical", "CCS", NUMBERED),
            new Role("Technician", "Technical", "SSHTWV", NUMBERED),
            new Role("Specialist", "Technical", "SSHKN", LED),
            new Role("Inspector", "Enforcement", "SFT", TRAINED),
            new Role("Operator", "Operations", "WLTG", TRADE),
            new Role("Mechanic", "Trades", "JJJ", TRADE),
            new Role("Worker", "Labor", "LLGP", NUMBERED),
            new Role("Engineer", "Engineering", "EED", LED),
            new Role("Coordinator", "Administrative and Professional", "APKB", LED),
            new Role("Counselor", "Human Services", "HN", NUMBERED),
            new Role("Manager", "Management", "MMO", MANAGED),
            new Role("Administrator", "Management", "MAB", MANAGED));

    /** Words of an older way to say the same, for what a class was called before. */
    private static final Map<String, String> FORMER = Map.of(
            "Analyst", "Examiner",
            "Assistant", "Aide",
            "Clerk", "Office Clerk",
            "Technician", "Tech",
            "Specialist", "Officer",
            "Worker", "Laborer",
            "Coordinator", "Organizer",
            "Manager", "Superintendent");

    private Words() {}

    /** Every field with every role. */
    static List<Family> families() {
        var families = new ArrayList<Family>();
        FIELDS.forEach(field -> ROLES.forEach(role -> families.add(new Family(field, role))));
        return families;
    }

    /** The title as it was before; the same where there is no older word for the role. */
    static String former(String title, Role role) {
        return title.replace(role.name(), FORMER.getOrDefault(role.name(), role.name()));
    }
}
