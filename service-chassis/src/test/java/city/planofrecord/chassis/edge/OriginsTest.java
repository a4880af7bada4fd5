package city.planofrecord.chassis.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class OriginsTest {

    private static final String OWN = "https://plan.city.example";

    private static Origins listing(String... origins) {
        return new Origins(origins.length == 0 ? Optional.empty() : Optional.of(List.of(origins)));
    }

    @Test
    void unlessOthersAreListedOnlyTheServicesOwnPagesAreAdmitted() {
        assertThat(listing().admit(OWN, OWN)).isTrue();
        assertThat(listing().admit("https://foreign.example", OWN)).isFalse();
        assertThat(listing().admit("null", OWN)).isFalse();
    }

    @Test
    void anotherSchemePortOrSuffixIsAnotherOrigin() {
        assertThat(listing().admit("http://plan.city.example", OWN)).isFalse();
        assertThat(listing().admit("https://plan.city.example:8443", OWN)).isFalse();
        assertThat(listing().admit("https://plan.city.example.evil.example", OWN))
                .isFalse();
    }

    @Test
    void theListIsComparedWhole() {
        var origins = listing("https://city.example", "https://payroll.city.example");

        assertThat(origins.admit("https://payroll.city.example", OWN)).isTrue();
        assertThat(origins.admit("https://evil-payroll.city.example", OWN)).isFalse();
        assertThat(origins.admit("null", OWN)).isFalse();
    }

    @Test
    void anExpressionHasToFitTheWholeOrigin() {
        var origins = listing("/https://[a-z]+\\.city\\.example/");

        assertThat(origins.admit("https://payroll.city.example", OWN)).isTrue();
        assertThat(origins.admit("https://payroll.city.example.evil.example", OWN))
                .isFalse();
    }

    @Test
    void aStarAdmitsEverybody() {
        assertThat(listing("*").admit("https://foreign.example", OWN)).isTrue();
    }
}
