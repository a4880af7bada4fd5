package city.planofrecord.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import jakarta.ws.rs.BadRequestException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    private static byte[] read(byte[] bytes) throws IOException {
        return new JsonText(new ByteArrayInputStream(bytes)).readAllBytes();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"a\": \"b\"}",
                "\"\\n\\t\\\\u0000\"",
                "\"\\u00e9\\u20ac\"",
                "\"\\ud83d\\ude00\"",
                "\"\\uD83D\\uDE00\\\\\"",
                "\"é€😀\uFFFF\"",
                "\uFEFF{}"
            })
    void wholeCharactersAreReadAsTheyAre(String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);

        assertThat(read(bytes)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\\u0000\"",
                "\"a\\\\\\u0000b\"",
                "{\"\\u0000\": 1}",
                "\"\\ud83d\"",
                "\"\\ud83dx\"",
                "\"\\ud83d\\n\"",
                "\"\\ud83d\\ud83d\\ude00\"",
                "\"\\ude00\"",
                "\"\\ud83dé\"",
                "\"\0\""
            })
    void whatIsNoCharacterIsRefused(String json) {
        refused(json.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "22c08022",
                "22c1bf22",
                "22e0808022",
                "22eda08022",
                "22f080808022",
                "22f490808022",
                "22ff22",
                "2280",
                "22e282",
                "22e28222",
                "7b00",
                "fffe7b00"
            })
    void whatIsNotUtf8IsRefused(String bytes) {
        refused(HexFormat.of().parseHex(bytes));
    }

    @Property
    void everyTextIsTakenAsUtf8(@ForAll String text) throws IOException {
        var whole = text.replace("\0", "").replace("\\", "").getBytes(StandardCharsets.UTF_8);

        assertThat(read(whole)).isEqualTo(whole);
    }

    private static void refused(byte[] bytes) {
        assertThatExceptionOfType(BadRequestException.class)
                .isThrownBy(() -> read(bytes))
                .withCauseInstanceOf(Refused.class);
    }
}
