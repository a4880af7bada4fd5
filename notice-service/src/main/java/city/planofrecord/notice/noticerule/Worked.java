package city.planofrecord.notice.noticerule;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A date or time that was worked out, and how. */
public sealed interface Worked {

    /** What was worked out. */
    enum What {
        POSTED_UNTIL,
        EARLIEST_HEARING,
        EFFECTIVE_DATE
    }

    What what();

    RuleName rule();

    String citation();

    /** The inputs and what was done with them, in order, a sentence each. */
    List<String> steps();

    /**
     * A date.
     *
     * @param value absent while something that it counts from has not happened; the steps say what
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WorkedDate(What what, @Nullable LocalDate value, RuleName rule, String citation, List<String> steps)
            implements Worked {

        public WorkedDate {
            steps = List.copyOf(steps);
        }
    }

    /** An instant, with the offset of the city's zone. */
    record WorkedTime(What what, OffsetDateTime value, RuleName rule, String citation, List<String> steps)
            implements Worked {

        public WorkedTime {
            steps = List.copyOf(steps);
        }
    }
}
