package city.planofrecord.notice.testing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import city.planofrecord.notice.gradeassignment.HeardAssignment;
import city.planofrecord.notice.jobclass.HeardClass;
import city.planofrecord.notice.jobclass.HeardTerms;
import city.planofrecord.notice.paygrade.HeardGrade;
import city.planofrecord.notice.publishgate.WholePlan;

/** A whole plan that a test states: everything since 2005, without end. */
public final class Plans {

    private static final LocalDate BEGINNING = LocalDate.parse("2005-12-01");

    private final List<HeardClass> classes = new ArrayList<>();
    private final List<HeardGrade> grades = new ArrayList<>();
    private final List<HeardAssignment> assignments = new ArrayList<>();

    public Plans grade(String grade, String minimum, String maximum) {
        var range = new HeardGrade.HeardRange(new BigDecimal(minimum), new BigDecimal(maximum), "USD", "ANNUAL");
        var schedule = grade.substring(grade.indexOf('-') + 1);
        grades.add(new HeardGrade(UUID.randomUUID(), new UUID(1, 1), schedule, grade, range, BEGINNING, null));
        return this;
    }

    public Plans jobClass(String jobCode, String title, String grade) {
        return jobClass(jobCode, title, grade, HeardTerms.NONE);
    }

    public Plans inSeries(String series, String jobCode, String title, String grade) {
        return jobClass(jobCode, title, grade, new HeardTerms(null, series, null, null, List.of(), null));
    }

    public Plans specified(String jobCode, String title, List<String> distinguishedFrom, String experience) {
        return jobClass(jobCode, title, null, new HeardTerms(null, null, null, null, distinguishedFrom, experience));
    }

    private Plans jobClass(String jobCode, String title, String grade, HeardTerms terms) {
        var id = UUID.randomUUID();
        classes.add(new HeardClass(id, jobCode, title, BEGINNING, null, terms));
        if (grade != null) {
            assignments.add(new HeardAssignment(id, UUID.randomUUID(), grade, BEGINNING, null));
        }
        return this;
    }

    public WholePlan whole() {
        return new WholePlan(classes, grades, assignments);
    }
}
