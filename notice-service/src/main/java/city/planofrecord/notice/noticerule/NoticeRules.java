package city.planofrecord.notice.noticerule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import city.planofrecord.notice.noticerule.NoticeRule.CommentsClose;
import city.planofrecord.notice.noticerule.NoticeRule.Enactment;
import city.planofrecord.notice.noticerule.NoticeRule.FirstWorkWeek;
import city.planofrecord.notice.noticerule.NoticeRule.FixedDate;
import city.planofrecord.notice.noticerule.NoticeRule.Holidays;
import city.planofrecord.notice.noticerule.NoticeRule.OfficeHours;
import city.planofrecord.notice.noticerule.NoticeRule.PostingPeriod;
import city.planofrecord.notice.noticerule.NoticeRule.ProvisionalApproval;
import city.planofrecord.notice.noticerule.NoticeRule.SpeakerRequestsClose;

/**
 * All rules that ever applied; a notice is judged by those of its own date.
 *
 * @param rules of one name, no two apply to the same notice
 */
public record NoticeRules(List<NoticeRule> rules) {

    private static final String STANDARD = "/notice-rules.json";

    /** Without these no notice can be posted. */
    private static final List<RuleName> REQUIRED = List.of(
            RuleName.POSTING_PERIOD,
            RuleName.SPEAKER_REQUESTS_CLOSE,
            RuleName.COMMENTS_CLOSE,
            RuleName.FIRST_WORK_WEEK,
            RuleName.ENACTMENT);

    public NoticeRules {
        rules = List.copyOf(rules);
        var overlaps = overlaps(rules);
        if (!overlaps.isEmpty()) {
            throw new IllegalArgumentException(String.join(" ", overlaps));
        }
    }

    /** Which rules of one name apply to the same notices, each pair told with the places of both, counted from 1. */
    static List<String> overlaps(List<NoticeRule> rules) {
        var overlaps = new ArrayList<String>();
        for (int i = 0; i < rules.size(); i++) {
            for (int j = i + 1; j < rules.size(); j++) {
                var one = rules.get(i);
                var other = rules.get(j);
                if (one.name() == other.name() && one.inForce().overlaps(other.inForce())) {
                    overlaps.add(
                            "Rules %d and %d, both %s, apply to the same notices: %s and %s. End one when the other begins."
                                    .formatted(
                                            i + 1,
                                            j + 1,
                                            one.name(),
                                            one.inForce().inWords(),
                                            other.inForce().inWords()));
                }
            }
        }
        return overlaps;
    }

    /** The rules that hold where a city gives none of its own. */
    public static NoticeRules standard() {
        try (var written = NoticeRules.class.getResourceAsStream(STANDARD)) {
            return RulesReader.read(new String(Objects.requireNonNull(written).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The rules by which a notice of that date is judged.
     *
     * @throws NoRuleException if one that every notice needs is missing for that date
     */
    public RulesInForce on(LocalDate noticeDate, ZoneId zone) {
        var missing = missing(noticeDate);
        if (!missing.isEmpty()) {
            throw new NoRuleException(noticeDate, missing);
        }
        return new RulesInForce(
                noticeDate,
                zone,
                one(PostingPeriod.class, noticeDate),
                one(SpeakerRequestsClose.class, noticeDate),
                one(CommentsClose.class, noticeDate),
                one(FirstWorkWeek.class, noticeDate),
                one(Enactment.class, noticeDate),
                find(FixedDate.class, noticeDate).orElse(null),
                find(ProvisionalApproval.class, noticeDate).orElse(null),
                calendar(zone));
    }

    /** The rules that every notice needs and that say nothing for notices of that date. */
    public List<RuleName> missing(LocalDate noticeDate) {
        var there = in(noticeDate).stream().map(NoticeRule::name).toList();
        return REQUIRED.stream().filter(name -> !there.contains(name)).toList();
    }

    /** Every rule that applies to notices of that date, and every calendar that holds on it. */
    public List<NoticeRule> in(LocalDate date) {
        return rules.stream().filter(rule -> rule.inForce().covers(date)).toList();
    }

    /** The calendar of the offices, of all days. */
    public CityCalendar calendar(ZoneId zone) {
        return new CityCalendar(all(OfficeHours.class), all(Holidays.class), zone);
    }

    /** The rule of a kind that applies to notices of that date. */
    public <R extends NoticeRule> Optional<R> find(Class<R> kind, LocalDate noticeDate) {
        return all(kind).stream()
                .filter(rule -> rule.inForce().covers(noticeDate))
                .findFirst();
    }

    private <R extends NoticeRule> R one(Class<R> kind, LocalDate noticeDate) {
        return find(kind, noticeDate).orElseThrow();
    }

    private <R extends NoticeRule> List<R> all(Class<R> kind) {
        return rules.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
