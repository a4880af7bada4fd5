package city.planofrecord.classification.specification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DistinguishingRuleTest {

    @Test
    void classesInItalicsAreNamed() {
        var read = Documents.reading("""
                DISTINGUISHING CHARACTERISTICS

                The Meadow Warden is distinguished from the *Lawn Keeper*, which mows, and from the *Park Analyst* series.
                """);

        assertThat(read.distinguishedFrom()).containsExactly("Lawn Keeper", "Park Analyst");
        assertThat(read.distinguishingCharacteristics().getFirst()).doesNotContain("*");
    }

    @Test
    void withoutItalicsTheSentenceNamesThem() {
        assertThat(DistinguishingRule.titles("It is distinguished from the Lawn Keeper, which mows."))
                .containsExactly("Lawn Keeper");
        assertThat(DistinguishingRule.titles(
                        "It is also distinguished from the Operational Supervisor I, in that it …"))
                .containsExactly("Operational Supervisor I");
        assertThat(DistinguishingRule.titles("It is distinguished from the 22 Lawn Keeper by its meadows."))
                .containsExactly("22 Lawn Keeper");
        assertThat(
                        DistinguishingRule.titles(
                                "It is distinguished from the Lawn Keeper class, which mows. Next, it is distinguished from the Manager of Parks and Lawns, which …"))
                .containsExactly("Lawn Keeper", "Manager of Parks and Lawns");
        assertThat(DistinguishingRule.titles(
                        "It is distinguished from the Lawn Keeper and the Analyst/Trainer classes, which …"))
                .containsExactly("Lawn Keeper", "Analyst/Trainer");
    }

    @Test
    void aParagraphMayNameNone() {
        assertThat(DistinguishingRule.titles("This class keeps meadows.")).isEmpty();
        assertThat(DistinguishingRule.titles("It is distinguished from other classes by its meadows."))
                .isEmpty();
    }
}
