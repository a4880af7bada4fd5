package city.planofrecord.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.RollbackException;

import io.quarkus.arc.ArcUndeclaredThrowableException;
import org.junit.jupiter.api.Test;

class TimedOutMapperTest {

    @Test
    void aTransactionThatWasOverBeforeItsEndIsToldAsUnavailable() {
        var late = new ArcUndeclaredThrowableException("invoking", new RollbackException("not active"));

        var problem = new TimedOutMapper().toProblem(late);

        assertThat(problem.getStatusCode()).isEqualTo(503);
        assertThat(problem.getDetail()).contains("Nothing was stored");
        assertThat(new TimedOutMapper()
                        .toProblem(new ArcUndeclaredThrowableException("invoking", new IllegalStateException()))
                        .getStatusCode())
                .isEqualTo(500);
    }
}
