package city.planofrecord.paygrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.EveryWriteEntered;
import city.planofrecord.chassis.testing.RealServers;

/**
 * Which tables the tests of this service watch: whatever they write there without an entry in the audit trail fails them, so
 * that every operation and every event that a test goes through is shown to be entered.
 */
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "paygrade"))
class EveryWriteIT {

    @Test
    void everyTableIsWatchedButThoseThatHoldNoFactOfTheService() throws SQLException {
        try (var connection = RealServers.current().postgres().connectAsSuperuser("paygrade")) {
            var tables = EveryWriteEntered.tables(connection);

            assertThat(tables.watched())
                    .contains(
                            "batch",
                            "batch_act",
                            "hold",
                            "parked_event",
                            "pay_grade",
                            "pay_grade_act",
                            "pay_grade_row");
            assertThat(tables.exempt())
                    .containsExactlyInAnyOrder(
                            "audit_entry",
                            "audit_publication",
                            "day_boundary",
                            "flyway_schema_history",
                            "idempotent_answer",
                            "inbox",
                            "outbox",
                            "outbox_feed",
                            "announced_job_class",
                            "heard_job_class",
                            "heard_job_class_row");
        }
    }
}
