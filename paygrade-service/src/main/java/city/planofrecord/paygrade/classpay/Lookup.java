package city.planofrecord.paygrade.classpay;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One question of many.
 *
 * @param asOf the day; absent for the day of the whole request. Read by itself, so that one that is no date fails alone
 */
@Schema(name = "ClassPayLookup")
public record Lookup(
        @Nullable @Schema(examples = "CS2155", description = "Any code that the class bears, bore or will bear")
        String jobCode,

        @Nullable @Schema(format = "date", examples = "2011-01-01", description = "Default: the asOf of the request")
        String asOf) {}
