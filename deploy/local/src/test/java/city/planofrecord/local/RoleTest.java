package city.planofrecord.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RoleTest {

    @Test
    void aRoleIsNamedAsInItsClaim() {
        assertThat(Role.parse("clerk")).isEqualTo(Role.CLERK);
    }

    @Test
    void anUnknownRoleIsAnsweredWithThoseThatExist() {
        assertThatThrownBy(() -> Role.parse("mayor"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("analyst, director, clerk, moderator, auditor, operator");
    }
}
