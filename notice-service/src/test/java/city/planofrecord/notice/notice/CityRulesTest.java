package city.planofrecord.notice.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CityRulesTest {

    @TempDir
    Path folder;

    @Test
    void aFileOfTheCitysOwnIsRead() throws IOException {
        var file = folder.resolve("rules.json");
        Files.writeString(file, "{ \"rules\": [ { \"rule\": \"COMMENTS_CLOSE\", \"citation\": \"Our own\" } ] }");

        assertThat(CityRules.read(file).rules())
                .singleElement()
                .satisfies(rule -> assertThat(rule.citation()).isEqualTo("Our own"));
    }

    @Test
    void aMistakeStopsTheStartAndNamesSettingFileAndEntry() throws IOException {
        var file = folder.resolve("rules.json");
        Files.writeString(
                file, "{ \"rules\": [ { \"rule\": \"ENACTMENT\", \"mode\": \"SOMETIMES\", \"citation\": \"c\" } ] }");

        assertThatThrownBy(() -> CityRules.read(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("city.notices.rules")
                .hasMessageContaining(file.toString())
                .hasMessageContaining("Rule 1 (ENACTMENT), mode: must be one of [NONE, BEFORE, PROVISIONAL]");
        assertThatThrownBy(() -> CityRules.read(folder.resolve("none.json")))
                .hasMessageContaining("none.json cannot be read");
    }
}
