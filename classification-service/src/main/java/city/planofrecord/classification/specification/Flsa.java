package city.planofrecord.classification.specification;

/** The FLSA status as a specification states it, and what that means. */
public record Flsa(String asWritten, FlsaStatus status) {}
