package city.planofrecord.classification.classsearch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void marksBetweenWordsDoNotMatter() {
        assertThat(Words.of("Customer-Service, (3-1-1)").words()).containsExactly("customer", "service", "3", "1");
    }

    @Test
    void quotesKeepWordsTogetherAndAMinusExcludes() {
        var asked = Words.of("\"call center\" agent -lead");

        assertThat(asked.phrases()).containsExactly("call center");
        assertThat(asked.words()).containsExactly("agent");
        assertThat(asked.excluded()).containsExactly("lead");
    }

    @Test
    void marksAloneAskNothing() {
        assertThat(Words.of("!!! \"\" -").askNothing()).isTrue();
    }
}
