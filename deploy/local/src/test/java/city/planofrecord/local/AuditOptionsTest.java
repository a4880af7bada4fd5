package city.planofrecord.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class AuditOptionsTest {

    private static final Ports PORTS = new Ports(8080);

    @Test
    void withoutArgumentsItIsTheLocalSystem() {
        assertThat(AuditOptions.parse(List.of(), PORTS, Map.of()))
                .isEqualTo(new AuditOptions("127.0.0.1:8086", Map.of(), Map.of(), "", ""));
    }

    @Test
    void servicesAndKafkaOfAnotherSystemAreNamed() {
        var options = AuditOptions.parse(
                List.of(
                        "--kafka=broker:9092",
                        "--restored=notice-service:2",
                        "notice-service=https://notices.example.org"),
                PORTS,
                Map.of("AUDIT_KEY", "k", "AUDIT_TOKEN", "t"));

        assertThat(options)
                .isEqualTo(new AuditOptions(
                        "broker:9092",
                        Map.of("notice-service", URI.create("https://notices.example.org")),
                        Map.of("notice-service", 2),
                        "k",
                        "t"));
    }

    @Test
    void whatIsNotUnderstoodIsNamed() {
        assertThatThrownBy(() -> AuditOptions.parse(List.of("all"), PORTS, Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("'all'");
        assertThatThrownBy(() -> AuditOptions.parse(List.of("--restored=notice-service"), PORTS, Map.of()))
                .hasMessageContaining("--restored=NAME:EPOCH");
        assertThatThrownBy(() -> AuditOptions.parse(List.of("a=http://h h"), PORTS, Map.of("AUDIT_KEY", "k")))
                .hasMessageContaining("is no URL");
        assertThatThrownBy(() -> AuditOptions.parse(List.of("a=http://h"), PORTS, Map.of()))
                .hasMessageContaining("AUDIT_KEY");
    }
}
