package city.planofrecord.notice.personaldata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import city.planofrecord.chassis.testing.PostgresServer;
import city.planofrecord.chassis.testing.ServiceDatabase;

/** The service as it is delivered, in a process of its own. */
class WithoutKeyIT {

    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");

    @TempDir
    Path folder;

    @Test
    void inProductionItDoesNotStartWithoutAKeyOfItsOwn() throws IOException, InterruptedException {
        try (var server = PostgresServer.start(
                PostgresServer.Settings.in(folder.resolve("postgresql"), 0).notDurable())) {
            var database = server.createServiceDatabase("notice");

            assertThat(refusal(database, "")).contains("PERSONAL_DATA_KEY is not set");
            assertThat(refusal(database, "only-local:bmV2ZXIgdXNlIHRoaXMga2V5IGluIHByb2R1Y3Rpb24="))
                    .contains("a key for development");
            assertThat(refusal(database, "2026:dG9vIHNob3J0"))
                    .contains("The key 2026 for personal data is not 32 bytes")
                    .doesNotContain("dG9v");
        }
    }

    /** What the service says before it ends by itself. */
    private String refusal(ServiceDatabase database, String key) throws IOException, InterruptedException {
        var output = folder.resolve("output.log");
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-Dcity.access.local-system=true",
                        "-jar",
                        JAR.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment()
                .putAll(Map.of(
                        "PORT", "0",
                        "DATABASE_URL", database.jdbcUrl(),
                        "DATABASE_USER", database.appUser(),
                        "DATABASE_PASSWORD", database.appPassword(),
                        "DATABASE_OWNER", database.ownerUser(),
                        "DATABASE_OWNER_PASSWORD", database.ownerPassword(),
                        "PERSONAL_DATA_KEY", key));
        var service = builder.start();
        try {
            assertThat(service.waitFor(60, TimeUnit.SECONDS))
                    .as("ended by itself")
                    .isTrue();
            assertThat(service.exitValue()).isNotZero();
        } finally {
            service.destroyForcibly().waitFor();
        }
        return Files.readString(output);
    }
}
