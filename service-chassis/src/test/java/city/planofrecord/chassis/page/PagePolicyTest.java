package city.planofrecord.chassis.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;

import org.junit.jupiter.api.Test;

class PagePolicyTest {

    @Test
    void aPageWithoutScriptsLoadsItsOwnStyleAndIsFramedByNobody() {
        assertThat(PagePolicy.withoutScripts().text())
                .isEqualTo("default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self';"
                        + " base-uri 'none'; frame-ancestors 'none'");
    }

    @Test
    void scriptsAskTheirOwnOriginAndTheTokenEndpointOnly() {
        var policy = PagePolicy.withScripts(List.of(URI.create("https://login.example/realms/city/token?x=1")));

        assertThat(policy.text())
                .contains("script-src 'self'; connect-src 'self' https://login.example/realms/city/token; ")
                .doesNotContain("unsafe", "?");
    }

    @Test
    void anAddressCannotEndItsDirective() {
        var policy = PagePolicy.withScripts(List.of(URI.create("https://login.example/a;script-src,*")));

        assertThat(policy.text()).contains("https://login.example/a%3Bscript-src%2C*");
    }
}
