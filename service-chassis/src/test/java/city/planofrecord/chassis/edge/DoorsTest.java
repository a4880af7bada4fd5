package city.planofrecord.chassis.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoorsTest {

    @ParameterizedTest(name = "{0}, apart {1}, documents public {2}: main {3}, management {4}")
    @CsvSource({
        "/things, false, true, true, false",
        "/q/health/live, false, true, true, true",
        "/q/metrics, false, true, true, true",
        "/q/openapi, false, true, true, true",
        "/q/swagger-ui/, false, true, true, true",
        "/things, true, true, true, false",
        "/q/health/live, true, true, false, true",
        "/q/metrics, true, true, false, true",
        "/q/openapi.json, true, true, true, true",
        "/q/swagger-ui/, true, true, true, true",
        "/q/health/live, true, false, false, true",
        "/q/openapi, true, false, false, true",
        "/q/swagger-ui, true, false, false, true",
        "/q/openapi, false, false, false, true",
        "/q/swagger-ui, false, false, false, true",
        "/q/health/live, false, false, true, true",
    })
    void eachPathIsAnsweredWhereItBelongs(
            String path, boolean apart, boolean docsPublic, boolean main, boolean management) {
        var doors = new Doors(apart, docsPublic);

        assertThat(doors.isOpen(path, false)).isEqualTo(main);
        assertThat(doors.isOpen(path, true)).isEqualTo(management);
    }
}
