package city.planofrecord.chassis.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String TRACEPARENT = "00-" + TRACE + "-b7ad6b7169203331-01";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0af7651916cd43dd",
                "0AF7651916CD43DD8448EB211C80319C",
                "3f2b8c1e-9d4a-4c6f-8b7e-1a2b3c4d5e6f",
                "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
            })
    void anIdOfDigitsIsTakenOverAsItIs(String sent) {
        assertThat(RequestId.of(sent, TRACEPARENT).text()).isEqualTo(sent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7",
                "720-555-0199",
                "Pat Rivera",
                "pat.rivera@example.org",
                "0af7651916cd43dd\r\nSet-Cookie: a=b",
                "0af7651916cd43dd8448eb211c80319c ",
                "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0",
                "3f2b8c1e9d4a-4c6f-8b7e-1a2b3c4d5e6f",
                "${jndi:ldap://example.org}"
            })
    void whateverElseIsSentIsNotRepeatedAnywhere(String sent) {
        assertThat(RequestId.of(sent, null).text()).matches("[0-9a-f]{32}").isNotEqualTo(sent);
        assertThat(RequestId.of(sent, TRACEPARENT).text()).isEqualTo(TRACE);
    }

    @Test
    void whatIsNoTraceIsLeftOut() {
        assertThat(RequestId.of(null, "00-" + TRACE).text())
                .matches("[0-9a-f]{32}")
                .isNotEqualTo(TRACE);
        assertThat(RequestId.of(null, null).text())
                .isNotEqualTo(RequestId.of(null, null).text());
    }

    @Test
    void anIdIsATraceWhereItHasTheLengthOfOne() {
        assertThat(new RequestId("3F2B8C1E-9D4A-4C6F-8B7E-1A2B3C4D5E6F").asTrace())
                .contains("3f2b8c1e9d4a4c6f8b7e1a2b3c4d5e6f");
        assertThat(new RequestId("0af7651916cd43dd").asTrace()).isEmpty();
        assertThat(new RequestId("0".repeat(32)).asTrace()).isEmpty();
    }
}
