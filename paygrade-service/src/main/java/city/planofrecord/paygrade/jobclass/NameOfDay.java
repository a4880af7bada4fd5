package city.planofrecord.paygrade.jobclass;

import org.jspecify.annotations.Nullable;

/** What a class is called on a day. */
public record NameOfDay(String jobCode, @Nullable String title) {}
