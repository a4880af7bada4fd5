package city.planofrecord.chassis.ledger;

import java.time.LocalDate;
import java.util.Optional;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What allows a change.
 *
 * @param notice number of the notice, where the kind is NOTICE
 * @param item number of its item, from 1
 * @param decidedOn the day of the decision; with it an act may speak of a past date
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description = "What allows a change: a notice and its item, an ordinance, a rule, the director; "
                + "or OPENING, for what was so before this system began.")
public record Authority(
        @NotNull @Schema(examples = "ORDINANCE") Kind kind,
        @Nullable @Size(max = 40) String notice,
        @Nullable Integer item,

        @NotBlank @Size(max = 500) @Schema(examples = "Ordinance 2011-0123")
        String citation,

        @Nullable @Schema(examples = "2011-04-07") LocalDate decidedOn) {

    public enum Kind {
        NOTICE,
        ORDINANCE,
        RULE,
        DIRECTOR,
        OPENING
    }

    public Authority(Kind kind, String citation) {
        this(kind, null, null, citation, null);
    }

    /** Whether an act under this authority may speak of a date that has passed when it is recorded. */
    @JsonIgnore
    public boolean reachesIntoThePast() {
        return kind == Kind.OPENING || decided().isPresent();
    }

    @JsonIgnore
    public boolean isOpening() {
        return kind == Kind.OPENING;
    }

    private Optional<LocalDate> decided() {
        return Optional.ofNullable(decidedOn);
    }
}
