package city.planofrecord.classification.classsearch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.heard.HeardLedger;
import city.planofrecord.chassis.ledger.Ledger;

/**
 * Which classes are asked for.
 *
 * @param inEffect whether those in effect on the day; else those that are not, each by the last row before the day or else
 *     the first after it
 * @param fields the values that fields must have, by the condition that they make
 */
record Question(boolean inEffect, LocalDate day, @Nullable Instant knownAt, Map<Field, String> fields) {

    private static final Pattern LETTER_FIRST = Pattern.compile("([A-Z]{1,2})-(\\d+)");

    /** A field that can be asked for, and the SQL that reads it of the class row {@code r} or its grade row {@code g}. */
    enum Field {
        JOB_CODE("r.job_code"),
        OCCUPATIONAL_GROUP("r.occupational_group"),
        SERIES("r.series"),
        FLSA_STATUS("r.flsa_status"),
        FLSA_EXEMPTION("r.image ->> 'flsaExemption'"),
        EEO4_CATEGORY("r.image -> 'eeo4Category' ->> 'code'"),
        SOC_CODE("r.image -> 'socCode' ->> 'code'"),
        GRADE("g.grade");

        private final String sql;

        Field(String sql) {
            this.sql = sql;
        }

        private String binding() {
            return "field_" + name();
        }
    }

    Question {
        fields = Map.copyOf(fields);
    }

    /** The grade as it is told, number first: A-809 names 809-A. */
    static String grade(String written) {
        var grade = written.strip().toUpperCase(Locale.ROOT);
        var letterFirst = LETTER_FIRST.matcher(grade);
        return letterFirst.matches() ? letterFirst.group(2) + "-" + letterFirst.group(1) : grade;
    }

    /** The row {@code r} of each class that is meant on the day, whatever its fields. */
    String onTheDay() {
        return inEffect
                ? Ledger.known("r", knownAt) + " and " + covers("r")
                : Ledger.known("r", knownAt) + " and not exists (select 1 from job_class_row n"
                        + " where n.subject_id = r.subject_id and " + Ledger.known("n", knownAt)
                        + " and (" + covers("n")
                        + " or n.effective_from <= :day and (r.effective_from > :day or r.effective_from < n.effective_from)"
                        + " or n.effective_from > :day and n.effective_from < r.effective_from))";
    }

    /** Rows of classes with the grade of the day beside each. */
    String from() {
        return "job_class_row r left join heard_grade_assignment_row g on g.subject_id = r.subject_id and "
                + HeardLedger.known("g", knownAt) + " and " + covers("g");
    }

    List<String> conditions() {
        var conditions = new ArrayList<String>();
        conditions.add(onTheDay());
        fields.keySet().forEach(field -> conditions.add(field.sql + " = :" + field.binding()));
        return conditions;
    }

    Map<String, Object> values() {
        var values = new HashMap<String, Object>();
        values.put("day", day);
        fields.forEach((field, value) -> values.put(field.binding(), value));
        return values;
    }

    private static String covers(String alias) {
        return "(" + alias + ".effective_from <= :day and (" + alias + ".effective_until is null or " + alias
                + ".effective_until > :day))";
    }
}
