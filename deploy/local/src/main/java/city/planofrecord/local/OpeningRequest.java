package city.planofrecord.local;

/**
 * One request of the opening plan.
 *
 * @param service whose it is: {@code classification}, {@code paygrade} or {@code notice}
 * @param path with its query, as it is sent
 * @param resource the body, a file of the samples, by its path among them
 */
record OpeningRequest(String service, String method, String path, String contentType, String resource) {}
