package city.planofrecord.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;

import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.audit.KeyedHash;
import city.planofrecord.local.audit.AuditedService;
import city.planofrecord.local.audit.PublishedHeads;
import city.planofrecord.local.audit.TrailVerification;

/** The trail of the three services, with all that the opening plan has put into it. */
class AuditTrailIT {

    private static final WholeSystem SYSTEM = WholeSystem.shared();

    @Test
    void theTrailOfEachServiceIsWholeByItsAnswersAndByWhatItHasPublished() throws IOException {
        try (var http = HttpClient.newHttpClient()) {
            var published = new PublishedHeads(SYSTEM.city().kafka()).all();
            var verification = new TrailVerification(http, new KeyedHash(SYSTEM.auditKey()), published);

            assertThat(SYSTEM.audited().entrySet())
                    .allSatisfy(service -> assertThat(verification.of(new AuditedService(
                                    service.getKey(), service.getValue(), SYSTEM.token(Role.AUDITOR))))
                            .matches(TrailVerification.Finding::whole));
            assertThat(verification
                            .of(new AuditedService(
                                    "classification-service",
                                    SYSTEM.city().classification().address(),
                                    SYSTEM.token(Role.AUDITOR)))
                            .words())
                    .startsWith("classification-service: whole. ")
                    .doesNotContain(" 0 entries");
        }
    }
}
