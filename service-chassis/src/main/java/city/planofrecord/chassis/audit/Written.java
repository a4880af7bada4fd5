package city.planofrecord.chassis.audit;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A change that is to be entered.
 *
 * @param actor the role or service that made it; null where it is whoever the present request or event is from
 * @param at when it was recorded; null for the database's clock
 */
public record Written(
        Chain chain, @Nullable String actor, @Nullable Instant at, List<Alteration> alterations) {

    public Written(Chain chain, List<Alteration> alterations) {
        this(chain, null, null, alterations);
    }
}
