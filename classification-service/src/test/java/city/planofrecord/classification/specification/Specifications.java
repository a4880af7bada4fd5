package city.planofrecord.classification.specification;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes specifications of any content that a document can have. */
public final class Specifications {

    private static final List<String> WORDS = List.of(
            "keeps",
            "the",
            "meadows",
            "of",
            "city",
            "in",
            "good",
            "order",
            "and/or",
            "self-made",
            "$5",
            "50%",
            "R&D",
            "(etc.)",
            "*",
            "a\\b",
            "x<y",
            "<u>",
            "21",
            "311",
            "Denver",
            "I",
            "day-to-day",
            "–",
            "either",
            "way;",
            "while",
            "sheep,",
            "graze",
            "co-operates",
            "(see",
            "below)",
            "\"as",
            "is\"",
            "it's",
            "1/2",
            "8/2009",
            "#1",
            "A.",
            "*two*");
    private static final List<String> FIRST_WORDS =
            List.of("Keeps", "Walks", "Three", "311", "(3)", "Under", "Supervises", "$10", "Coaches");
    private static final List<String> TITLE_WORDS =
            List.of("Meadow", "Lawn", "311", "Park", "Senior", "Analyst/Trainer", "Warden", "Keeper", "DHS", "I", "II");
    private static final List<String> DATES =
            List.of("12/1/2005", "01/18/2009", "8/2009", "xx/xx/2011", "x/2011", "xx/2011", "2011", "9/21/2018");

    private final Random random;

    private Specifications(Random random) {
        this.random = random;
    }

    public static ClassSpecification of(long seed) {
        return new Specifications(new Random(seed)).specification();
    }

    private ClassSpecification specification() {
        var title = title();
        var none = new ArrayList<String>();
        var from = distinguishedFrom(title);
        var duties = duties();
        var established = random.nextInt(3) == 0 ? null : stamp();
        return new ClassSpecification(
                "2011",
                title,
                random.nextBoolean() ? "CA" + (1000 + random.nextInt(9000)) : null,
                sentences(),
                from.stream().map(name -> characteristic(title, name)).toList(),
                List.copyOf(from),
                entries("decisionMaking", none),
                entries("supervisionReceived", none),
                entries("interpersonalContacts", none),
                entries("supervisionExercised", none),
                duties,
                random.nextBoolean() ? null : "Any one position may not include all. " + sentence() + ".",
                definitions("competencies", none, true),
                knowledge(none),
                maybe("physicalDemandLevel", none, "2-Light (10-20 lbs.)"),
                null,
                definitions("physicalDemands", none, false),
                entries("workingEnvironment", none),
                maybe("education", none, sentences()),
                maybe("experience", none, sentence() + "\n-OR-\n" + sentence()),
                alternatives(none),
                entries("licensure", none),
                entries("backgroundChecks", none),
                maybe("assessment", none, sentence()),
                maybe("probationPeriod", none, "Six (6) months."),
                random.nextBoolean() ? null : "A-811",
                random.nextBoolean() ? null : new Flsa("Non-exempt", FlsaStatus.NON_EXEMPT),
                established,
                random.nextBoolean() ? null : stamp(),
                history(),
                none,
                Map.of());
    }

    private String title() {
        var words = new ArrayList<String>();
        words.add(pick(TITLE_WORDS));
        words.add(pick(List.of("Keeper", "Warden", "Analyst/Trainer")));
        while (random.nextInt(3) == 0) {
            words.add(pick(TITLE_WORDS));
        }
        return String.join(" ", words);
    }

    private LinkedHashSet<String> distinguishedFrom(String own) {
        var titles = new LinkedHashSet<String>();
        for (var i = random.nextInt(4); i > 0; i--) {
            titles.add(title());
        }
        titles.remove(own);
        return titles;
    }

    private String characteristic(String own, String other) {
        return "The %s is %s distinguished from the %s, which %s."
                .formatted(
                        own,
                        random.nextBoolean() ? "also" : "clearly",
                        other,
                        "keeps lawns and " + pick(List.of("sheep", "goats")));
    }

    private String sentence() {
        var words = new ArrayList<>(List.of(pick(FIRST_WORDS), "keeps"));
        for (var i = 2 + random.nextInt(20); i > 0; i--) {
            words.add(pick(WORDS));
        }
        words.add("everywhere");
        return String.join(" ", words) + (random.nextInt(3) == 0 ? "" : ".");
    }

    /** One paragraph, or several. */
    private String sentences() {
        return random.nextInt(3) == 0 ? sentence() + "\n" + sentence() : sentence();
    }

    private List<String> some() {
        var entries = new ArrayList<String>();
        for (var i = 1 + random.nextInt(4); i > 0; i--) {
            entries.add(sentence());
        }
        return entries;
    }

    private List<String> entries(String field, List<String> none) {
        return switch (random.nextInt(4)) {
            case 0 -> List.of();
            case 1 -> none(field, none);
            default -> some();
        };
    }

    private List<String> alternatives(List<String> none) {
        var entries = new ArrayList<>(entries("equivalencies", none));
        if (!entries.isEmpty()) {
            entries.set(0, entries.getFirst() + "\n-OR-\n" + sentence());
        }
        return entries;
    }

    private List<String> knowledge(List<String> none) {
        return entries("knowledgeAndSkills", none).stream()
                .map(entry -> random.nextBoolean() ? "Knowledge of " + entry : "Skill in " + entry)
                .toList();
    }

    private String maybe(String field, List<String> none, String value) {
        return switch (random.nextInt(4)) {
            case 0 -> null;
            case 1 -> none(field, none).isEmpty() ? null : value;
            default -> value;
        };
    }

    private static List<String> none(String field, List<String> none) {
        none.add(field);
        return List.of();
    }

    private List<Definition> definitions(String field, List<String> none, boolean dashes) {
        var names = dashes
                ? List.of(
                        "Self-Management",
                        "Arithmetic/Mathematical Reasoning",
                        "Reading",
                        "Integrity/Honesty",
                        "Planning and Evaluating",
                        "Education and Training")
                : List.of("Sitting", "Eye/hand/foot coordination", "Near Acuity", "Repetitive motions");
        return entries(field, none).stream()
                .map(entry -> new Definition(pick(names), entry))
                .toList();
    }

    private List<Duty> duties() {
        var duties = new ArrayList<Duty>();
        for (var i = 1 + random.nextInt(4); i > 0; i--) {
            duties.add(
                    random.nextInt(3) == 0
                            ? new Duty("Does some of the following:", some())
                            : new Duty(sentence(), List.of()));
        }
        return duties;
    }

    private Stamp stamp() {
        return new Stamp(PartialDate.parse(pick(DATES)), random.nextBoolean() ? "A. Writer" : null);
    }

    private List<HistoryEntry> history() {
        var entries = new ArrayList<HistoryEntry>();
        for (var i = random.nextInt(4); i > 0; i--) {
            entries.add(
                    random.nextInt(3) == 0
                            ? new HistoryEntry(null, null, "This is a new class.")
                            : new HistoryEntry(
                                    PartialDate.parse(pick(DATES.subList(0, 6))),
                                    random.nextBoolean() ? "PW" : null,
                                    sentence()));
        }
        return entries;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
