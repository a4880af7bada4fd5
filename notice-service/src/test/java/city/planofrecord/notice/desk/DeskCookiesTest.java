package city.planofrecord.notice.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class DeskCookiesTest {

    @Test
    void theDeskTakesCookiesThatAreBoundToThisHostOnly() {
        assertThat(DeskCookies.kept(List.of("a=1; __Host-q_session_desk=good; q_session_desk=planted"), true, true))
                .isEqualTo("a=1; q_session_desk=good");
    }

    @Test
    void offTheDeskThereIsNoLogin() {
        assertThat(DeskCookies.kept(
                        List.of("__Host-q_session_desk=x; q_session_desk=y", "q_auth_desk_1=z"), false, true))
                .isEmpty();
        assertThat(DeskCookies.kept(List.of("q_session_desk=y; a=1"), false, false))
                .isEqualTo("a=1");
    }

    @Test
    void aSystemOnOneMachineGoesWithoutTheBinding() {
        assertThat(DeskCookies.kept(List.of("q_session_desk=x; __Host-q_session_desk=y"), true, false))
                .isEqualTo("q_session_desk=x");
    }
}
