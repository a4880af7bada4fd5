package city.planofrecord.classification.specification;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/** An essential duty, with the items that it lists after its colon. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Duty(String text, List<String> items) {

    public Duty {
        items = Copies.of(items);
    }
}
