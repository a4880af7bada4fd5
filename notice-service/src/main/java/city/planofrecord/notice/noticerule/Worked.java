package city.planofrecord.notice.noticerule;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /** By name, the dates and figures that it was worked out from. */
    Map<String, String> inputs();

    /**
     * A date.
     *
     * @param value absent while something that it counts from has not happened; the steps say what
     * @param override a human's decision for another date than the rule's, which stays visible
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WorkedDate(
            What what,
            @Nullable LocalDate value,
            RuleName rule,
            String citation,
            List<String> steps,
            Map<String, String> inputs,
            EffectiveDate.@Nullable DateOverride override)
            implements Worked {

        public WorkedDate {
            steps = List.copyOf(steps);
            inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        }

        WorkedDate(
                What what,
                @Nullable LocalDate value,
                RuleName rule,
                String citation,
                List<String> steps,
                Map<String, String> inputs) {
            this(what, value, rule, citation, steps, inputs, null);
        }
    }

    /** An instant, with the offset of the city's zone. */
    record WorkedTime(
            What what,
            OffsetDateTime value,
            RuleName rule,
            String citation,
            List<String> steps,
            Map<String, String> inputs)
            implements Worked {

        public WorkedTime {
            steps = List.copyOf(steps);
            inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        }
    }
}
