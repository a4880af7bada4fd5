package city.planofrecord.local.city;

/**
 * The body of one request to a public import.
 *
 * @param name by which progress is told and a repetition is known
 * @param service whose import it is: {@code classification} or {@code paygrade}
 * @param path with its query, as it is sent
 * @param says what is in it, in words
 */
public record PlanBody(String name, String service, String path, String contentType, String text, String says) {}
