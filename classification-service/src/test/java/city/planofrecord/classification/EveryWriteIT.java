package city.planofrecord.classification;

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
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "classification"))
class EveryWriteIT {

    @Test
    void everyTableIsWatchedButThoseThatHoldNoFactOfTheService() throws SQLException {
        try (var connection = RealServers.current().postgres().connectAsSuperuser("classification")) {
            var tables = EveryWriteEntered.tables(connection);

            assertThat(tables.watched())
                    .contains(
                            "batch",
                            "batch_act",
                            "hold",
                            "parked_event",
                            "job_class",
                            "job_class_act",
                            "job_class_row");
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
                            "heard_grade_assignment",
                            "heard_grade_assignment_row",
                            "posted_notice",
                            "proposed_class");
        }
    }
}
