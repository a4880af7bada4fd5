package city.planofrecord.notice.publishgate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import city.planofrecord.notice.gradeassignment.HeardAssignment;
import city.planofrecord.notice.jobclass.HeardClass;
import city.planofrecord.notice.paygrade.HeardGrade;

/** The classification and pay plan, as far as the gate asks about it. */
public interface Plan {

    /** Every period in which a class bears the code, past, present or future, by its first day. */
    List<HeardClass> bearing(String jobCode);

    /** Every period in which a class has the title, whatever its case. */
    List<HeardClass> titled(String title);

    /** Every period of the grade of that name, number first, by its first day. */
    List<HeardGrade> named(String grade);

    /** Every period of every grade of the schedule. */
    List<HeardGrade> ofSchedule(String schedule);

    /** The grade that the class carries on the day. */
    Optional<HeardAssignment> carriedBy(UUID jobClass, LocalDate day);

    /** The classes that carry the grade of that name, number first, on the day, by their codes. */
    List<HeardClass> carrying(String grade, LocalDate day);
}
