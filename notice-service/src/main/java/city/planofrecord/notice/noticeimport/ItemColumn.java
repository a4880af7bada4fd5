package city.planofrecord.notice.noticeimport;

import java.util.Locale;
import java.util.Optional;

import city.planofrecord.notice.noticedocument.ItemKind;

/** The columns that a table of items can have. */
enum ItemColumn {
    ITEM("item"),
    KIND("kind"),
    PRESENT_JOB_CODE("present job code"),
    PRESENT_TITLE("present title"),
    PRESENT_GRADE("present grade"),
    PRESENT_MINIMUM("present minimum"),
    PRESENT_MAXIMUM("present maximum"),
    PRESENT_SCHEDULE("present schedule"),
    JOB_CODE("proposed job code"),
    TITLE("proposed title"),
    GRADE("proposed grade"),
    GRADE_IS_NEW("grade is new"),
    SCHEDULE("proposed schedule"),
    SCHEDULE_NAME("schedule name"),
    MINIMUM("minimum", "proposed minimum"),
    MAXIMUM("maximum", "proposed maximum"),
    BASIS("basis"),
    CURRENCY("currency"),
    IN_PLACE_OF("in place of"),
    INTO("into"),
    FLSA_STATUS("flsa status"),
    FLSA_EXEMPTION("flsa exemption"),
    OCCUPATIONAL_GROUP("occupational group"),
    SERIES("series");

    private final String written;
    private final String other;

    ItemColumn(String written) {
        this(written, written);
    }

    ItemColumn(String written, String other) {
        this.written = written;
        this.other = other;
    }

    /** The name by which findings call it. */
    String written() {
        return written;
    }

    /** The column of a header, whatever its case, spacing and punctuation; {@code current} means present, {@code new} proposed. */
    static Optional<ItemColumn> of(String header) {
        var key = key(header).replaceFirst("^current", "present").replaceFirst("^new", "proposed");
        for (var column : values()) {
            if (key(column.written).equals(key) || key(column.other).equals(key)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    private static String key(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** Whether an item of the kind can say something in the column. */
    boolean fits(ItemKind kind) {
        return switch (this) {
            case ITEM, KIND -> true;
            case PRESENT_JOB_CODE, PRESENT_TITLE -> kind == ItemKind.REVISE || kind == ItemKind.ABOLISH;
            case PRESENT_GRADE, PRESENT_MINIMUM, PRESENT_MAXIMUM ->
                kind == ItemKind.REVISE
                        || kind == ItemKind.ABOLISH
                        || kind == ItemKind.ADJUST_RANGE
                        || kind == ItemKind.ABOLISH_GRADE;
            case PRESENT_SCHEDULE -> kind == ItemKind.ABOLISH_SCHEDULE;
            case JOB_CODE, TITLE, IN_PLACE_OF, FLSA_STATUS, FLSA_EXEMPTION, OCCUPATIONAL_GROUP, SERIES ->
                kind == ItemKind.REVISE || kind == ItemKind.ESTABLISH;
            case GRADE_IS_NEW -> kind == ItemKind.REVISE;
            case GRADE -> kind == ItemKind.REVISE || kind == ItemKind.ESTABLISH || kind == ItemKind.ESTABLISH_GRADE;
            case MINIMUM, MAXIMUM ->
                kind == ItemKind.REVISE
                        || kind == ItemKind.ESTABLISH
                        || kind == ItemKind.ESTABLISH_GRADE
                        || kind == ItemKind.ADJUST_RANGE;
            case BASIS, CURRENCY -> kind != ItemKind.ESTABLISH_SCHEDULE && kind != ItemKind.ABOLISH_SCHEDULE;
            case INTO -> kind == ItemKind.REVISE || kind == ItemKind.ABOLISH;
            case SCHEDULE, SCHEDULE_NAME -> kind == ItemKind.ESTABLISH_SCHEDULE;
        };
    }
}
