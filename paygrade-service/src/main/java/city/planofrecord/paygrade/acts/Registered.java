package city.planofrecord.paygrade.acts;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

import city.planofrecord.chassis.register.Register;

/**
 * One kind of thing that acts are recorded on.
 *
 * @param <V> how one of them is shown on a day
 */
public interface Registered<V> {

    Register register();

    /** The field of requests that says what the thing is called or rests on: faults of the whole plan are shown there. */
    String field();

    /**
     * What the fields that a request sets from the day on mean.
     *
     * @param pointer JSON pointer of the fields in the body
     * @throws city.planofrecord.chassis.http.Refused where a field is unknown, of another kind or breaks a rule
     */
    Meaning meaning(Map<String, JsonNode> set, LocalDate from, String pointer);

    /** Ids and names of what a thing of that image rests on and is called by; a decided notice may hold them. */
    Set<String> grounds(Map<String, JsonNode> image);

    /** The thing on the day as it stands now, empty where it is not in effect then. */
    Optional<V> shown(UUID id, LocalDate day);
}
