package city.planofrecord.notice.preview;

import java.time.LocalDate;
import java.util.List;

import city.planofrecord.notice.notice.ProposedItem;

/**
 * Items of one notice that count from one day.
 *
 * @param present the day on which the plan is read as it is without them
 */
public record Batch(String notice, LocalDate effective, LocalDate present, List<ProposedItem> items) {

    public Batch {
        items = List.copyOf(items);
    }

    public Batch(String notice, LocalDate effective, List<ProposedItem> items) {
        this(notice, effective, effective, items);
    }
}
