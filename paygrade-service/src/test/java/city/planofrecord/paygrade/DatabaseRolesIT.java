package city.planofrecord.paygrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.chassis.testing.contract.DatabaseContract;

/** What the service's own roles may do in its database as it is migrated, and in those of others. */
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "paygrade"))
class DatabaseRolesIT {

    private static DatabaseContract contract() {
        var servers = RealServers.current();
        return new DatabaseContract(servers.postgres(), servers.database());
    }

    @Test
    void theRoleForDataIsNobodyElse() throws SQLException {
        assertThat(contract().powers()).isEmpty();
    }

    @Test
    void theRoleForDataCreatesAltersDropsAndTruncatesNothing() throws SQLException {
        assertThat(contract().allowedOfTheSchema()).isEmpty();
    }

    @Test
    void theRoleForDataChangesNothingThatWasRecorded() throws SQLException {
        var contract = contract();

        assertThat(contract.recorded())
                .contains("pay_schedule_act", "pay_grade_act", "grade_assignment_act", "batch_act", "audit_entry");
        assertThat(contract.images())
                .contains("pay_schedule_row", "pay_grade_row", "grade_assignment_row", "heard_job_class_row");
        assertThat(contract.allowedOfWhatWasRecorded()).isEmpty();
    }

    @Test
    void noRoleOfTheServiceConnectsToAnotherDatabase() throws SQLException {
        assertThat(contract().otherDatabases()).isEmpty();
    }
}
