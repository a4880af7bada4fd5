package city.planofrecord.notice.noticedocument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class NoticeDocumentPropertiesTest {

    private static final NoticeDraft NOTICE =
            SampleNotice.parse(SampleNotice.text()).notice();

    @Property(tries = 300)
    void anyOrderOfTheSectionsGivesTheSameNoticeUpToNumbering(@ForAll("orders") List<String> sections) {
        var parsed = SampleNotice.parse(SampleNotice.of(sections) + "\n" + SampleNotice.ATTACHED);

        assertThat(unnumbered(parsed.notice().items())).isEqualTo(unnumbered(NOTICE.items()));
        assertThat(parsed.notice().items().stream().map(DraftItem::item)).isSorted();
        assertThat(parsed.notice().provisions()).containsExactlyInAnyOrderElementsOf(NOTICE.provisions());
        assertThat(parsed.notice().summary()).isEqualTo(NOTICE.summary());
        assertThat(parsed.notice().hearing()).isEqualTo(NOTICE.hearing());
        assertThat(parsed.notice().comments()).isEqualTo(NOTICE.comments());
        assertThat(parsed.notice().speakers()).isEqualTo(NOTICE.speakers());
        assertThat(parsed.attachmentsBegin()).isPresent();
        assertThat(SampleNotice.codes(parsed)).containsExactly(FindingCode.TORN_COLUMNS_MATCHED);
    }

    @Property(tries = 200)
    void anyDashesGiveTheSameItemsCitationsAndTimes(@ForAll("dashed") String text) {
        var parsed = SampleNotice.parse(text);

        assertThat(parsed.notice().items()).isEqualTo(NOTICE.items());
        assertThat(parsed.notice().number()).isEqualTo(NOTICE.number());
        assertThat(parsed.notice().provisions().getFirst().citation())
                .isEqualTo(NOTICE.provisions().getFirst().citation());
        assertThat(parsed.postingDays()).contains(21);
        assertThat(parsed.notice().hearing()).isEqualTo(NOTICE.hearing());
    }

    @Property(tries = 100)
    void anyWidthOfThePageGivesTheSameNotice(@ForAll @IntRange(min = 40, max = 200) int width) {
        assertThat(SampleNotice.parse(NoticeDocumentParserTest.wrapped(width, "\n"))
                        .notice())
                .isEqualTo(NOTICE);
    }

    @Property(tries = 500)
    void noTextMakesTheParserFail(@ForAll String noise, @ForAll @IntRange(min = 0, max = 4000) int at) {
        var text = SampleNotice.text();
        int cut = Math.min(at, text.length());
        var damaged = text.substring(0, cut) + noise + text.substring(cut);

        assertThatCode(() -> SampleNotice.parse(damaged)).doesNotThrowAnyException();
        assertThatCode(() -> SampleNotice.parse(noise)).doesNotThrowAnyException();
    }

    @Property(tries = 200)
    void anyLineLostOrSaidTwiceIsNoticedOrHarmless(
            @ForAll @IntRange(min = 0, max = 80) int index, @ForAll boolean twice) {
        var lines = SampleNotice.text().lines().toList();
        int at = index % lines.size();
        var damaged = new ArrayList<>(lines);
        if (twice) {
            damaged.add(at, lines.get(at));
        } else {
            damaged.remove(at);
        }

        var parsed = new NoticeDocumentParser(SampleNotice.ZONE).parse(damaged);

        assertThat(parsed.findings())
                .allSatisfy(finding -> assertThat(finding.lines().to()).isLessThanOrEqualTo(damaged.size()));
    }

    @Provide
    Arbitrary<List<String>> orders() {
        return Arbitraries.shuffle(SampleNotice.SECTIONS);
    }

    @Provide
    Arbitrary<String> dashed() {
        var text = SampleNotice.text();
        int dashes = (int)
                text.chars().filter(each -> each == '-' || each == '\u2013').count();
        return Arbitraries.of('-', '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212')
                .list()
                .ofSize(dashes)
                .map(chosen -> {
                    var out = new StringBuilder();
                    int next = 0;
                    for (char each : text.toCharArray()) {
                        out.append(each == '-' || each == '\u2013' ? chosen.get(next++) : each);
                    }
                    return out.toString();
                });
    }

    private static List<DraftItem> unnumbered(List<DraftItem> items) {
        return items.stream()
                .map(item -> new DraftItem(0, item.kind(), item.changes(), item.present(), item.proposed()))
                .sorted(Comparator.comparing(DraftItem::toString))
                .toList();
    }
}
