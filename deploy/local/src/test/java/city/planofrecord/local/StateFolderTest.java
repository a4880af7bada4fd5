package city.planofrecord.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {

    @TempDir
    Path folder;

    @Test
    void itsKeyForPersonalDataIsMadeOnceAndReadByItsOwnerOnly() throws IOException {
        var state = new StateFolder(folder);

        var key = state.personalDataKey();

        assertThat(key).matches("local:[A-Za-z0-9+/]{43}=");
        assertThat(state.personalDataKey()).isEqualTo(key);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("personal-data-key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aFreshSystemHasAFreshKey() throws IOException {
        var state = new StateFolder(folder);
        var key = state.personalDataKey();

        state.removeData();

        assertThat(state.personalDataKey()).isNotEqualTo(key);
    }
}
