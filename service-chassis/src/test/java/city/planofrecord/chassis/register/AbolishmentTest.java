package city.planofrecord.chassis.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Collections;

import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.ledger.Authority;

class AbolishmentTest {

    private static Abolishment into(int heirs) {
        return new Abolishment(
                LocalDate.of(2030, 1, 1),
                Collections.nCopies(heirs, "AB1234"),
                new Authority(Authority.Kind.RULE, "Rule 7"),
                "No longer needed");
    }

    @Test
    void whatIsAbolishedHasFiftyHeirsAtMost() {
        assertThat(into(50).heirs()).hasSize(50);

        assertThatIllegalArgumentException().isThrownBy(() -> into(51)).withMessage("names more than 50 heirs");
    }
}
