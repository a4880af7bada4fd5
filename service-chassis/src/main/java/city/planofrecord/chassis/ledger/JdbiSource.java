package city.planofrecord.chassis.ledger;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;
import org.jdbi.v3.core.Jdbi;

/** Plain SQL over the service's data source; within a transaction it takes part in that. */
class JdbiSource {

    @Produces
    @Singleton
    Jdbi jdbi(AgroalDataSource dataSource) {
        return Jdbi.create(dataSource);
    }
}
