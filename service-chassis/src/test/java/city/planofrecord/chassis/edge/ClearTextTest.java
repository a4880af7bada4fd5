package city.planofrecord.chassis.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClearTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://127.0.0.1:5432/plan",
                "jdbc:postgresql://localhost/plan",
                "jdbc:postgresql://[::1]:5432/plan",
                "jdbc:postgresql://db.city.example:5432/plan?sslmode=verify-full&sslrootcert=/etc/ca.pem",
                "jdbc:postgresql://db.city.example/plan?ApplicationName=x&sslmode=verify-ca"
            })
    void aDatabaseOnThisMachineOrOneThatProvesWhoItIsIsFine(String url) {
        assertThat(ClearText.toDatabase(url)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db.city.example:5432/plan",
                "jdbc:postgresql://127.0.0.1:5432,db.city.example:5432/plan",
                "jdbc:postgresql://127.0.0.1.city.example/plan",
                "jdbc:postgresql://db.city.example/plan?sslmode=prefer",
                "jdbc:postgresql://db.city.example/plan?sslmode=require"
            })
    void aDatabaseElsewhereThatNeedNotProveWhoItIsIsNamed(String url) {
        assertThat(ClearText.toDatabase(url))
                .hasValueSatisfying(finding -> assertThat(finding).contains("DATABASE_URL", "verify-full"));
    }

    @Test
    void kafkaElsewhereHasToBeEncrypted() {
        assertThat(ClearText.toKafka("127.0.0.1:9092", null)).isEmpty();
        assertThat(ClearText.toKafka("kafka.city.example:9093", "SASL_SSL")).isEmpty();
        assertThat(ClearText.toKafka("127.0.0.1:9092,kafka.city.example:9092", null))
                .isPresent();
        assertThat(ClearText.toKafka("kafka.city.example:9092", "SASL_PLAINTEXT"))
                .hasValueSatisfying(finding -> assertThat(finding).contains("KAFKA_SECURITY_PROTOCOL"));
    }

    @Test
    void aTokenGoesElsewhereOverHttpsOnly() {
        assertThat(ClearText.withToken("OTHER", URI.create("http://127.0.0.1:8081")))
                .isEmpty();
        assertThat(ClearText.withToken("OTHER", URI.create("https://other.city.example")))
                .isEmpty();
        assertThat(ClearText.withToken("OTHER", URI.create("http://other.city.example")))
                .hasValueSatisfying(finding -> assertThat(finding).contains("OTHER", "https"));
    }

    @Test
    void whatIsTakenInClearTextFromOtherMachinesIsNamed() {
        assertThat(ClearText.fromOthers("127.0.0.1")).isEmpty();
        assertThat(ClearText.fromOthers("0.0.0.0"))
                .hasValueSatisfying(finding -> assertThat(finding).contains("HTTPS_CERTIFICATE"));
    }
}
