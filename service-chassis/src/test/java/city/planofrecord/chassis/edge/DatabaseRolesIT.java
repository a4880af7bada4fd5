package city.planofrecord.chassis.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.chassis.testing.contract.DatabaseContract;
import city.planofrecord.chassis.thing.ThingService;

/** What the service's own roles may do in its database as it is migrated, and in those of others. */
@QuarkusTest
@TestProfile(ThingService.class)
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

        assertThat(contract.recorded()).contains("thing_act", "batch_act", "audit_entry");
        assertThat(contract.images()).contains("thing_row");
        assertThat(contract.allowedOfWhatWasRecorded()).isEmpty();
    }

    @Test
    void noRoleOfTheServiceConnectsToAnotherDatabase() throws SQLException {
        assertThat(contract().otherDatabases()).isEmpty();
    }
}
