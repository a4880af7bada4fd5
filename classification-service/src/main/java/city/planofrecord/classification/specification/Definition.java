package city.planofrecord.classification.specification;

/** A competency or a physical demand: its name and what it means. */
public record Definition(String name, String definition) {}
