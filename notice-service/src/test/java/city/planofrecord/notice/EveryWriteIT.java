package city.planofrecord.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.EveryWriteEntered;
import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.notice.testing.SpecificationReader;

/**
 * Which tables the tests of this service watch: whatever they write there without an entry in the audit trail fails them, so
 * that every operation and every event that a test goes through is shown to be entered.
 */
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "notice"))
@QuarkusTestResource(SpecificationReader.class)
class EveryWriteIT {

    @Test
    void everyTableIsWatchedButThoseThatHoldNoFactOfTheService() throws SQLException {
        try (var connection = RealServers.current().postgres().connectAsSuperuser("notice")) {
            var tables = EveryWriteEntered.tables(connection);

            assertThat(tables.watched())
                    .contains("notice", "decision", "submission", "personal_data_key", "erasure", "parked_event");
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
                            "heard_correction",
                            "heard_grade_assignment",
                            "heard_grade_assignment_row",
                            "heard_job_class",
                            "heard_job_class_row",
                            "heard_pay_grade",
                            "heard_pay_grade_row");
        }
    }
}
