package city.planofrecord.notice.noticerule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import city.planofrecord.notice.noticerule.NoticeRule.CommentsClose;
import city.planofrecord.notice.noticerule.NoticeRule.Enactment;
import city.planofrecord.notice.noticerule.NoticeRule.FirstWorkWeek;
import city.planofrecord.notice.noticerule.NoticeRule.PostingPeriod;
import city.planofrecord.notice.noticerule.NoticeRule.SpeakerRequestsClose;

/**
 * All rules that ever applied; a notice is judged by those of its own date.
 *
 * @param rules of one name, no two apply to the same notice
 */
public record NoticeRules(List<NoticeRule> rules) {

    private static final int STANDARD_POSTING_DAYS = 13;
    private static final String POSTING = "Classification notice, posting provision";
    private static final String DEADLINES = "Classification notice, public notice of changes";
    private static final String EFFECT = "Career Service Rule 7-37 A";
    private static final String ENACTMENT = "Charter 9.1.1 C";

    public NoticeRules {
        rules = List.copyOf(rules);
        for (int i = 0; i < rules.size(); i++) {
            for (var later : rules.subList(i + 1, rules.size())) {
                if (rules.get(i).name() == later.name()
                        && rules.get(i).inForce().overlaps(later.inForce())) {
                    throw new IllegalArgumentException(
                            "Two rules " + later.name() + " apply to the same notices: " + rules.get(i) + ", " + later);
                }
            }
        }
    }

    /** The rules as they are unless configured: the work week begins on Sunday, and no enactment is needed. */
    public static NoticeRules standard() {
        return standard(DayOfWeek.SUNDAY, EnactmentMode.NONE);
    }

    /** The standard rules with the two settings that their citations leave to the city. */
    public static NoticeRules standard(DayOfWeek workWeekBegins, EnactmentMode enactment) {
        return new NoticeRules(List.of(
                new PostingPeriod(STANDARD_POSTING_DAYS, POSTING, InForce.ALWAYS),
                new SpeakerRequestsClose(DEADLINES, InForce.ALWAYS),
                new CommentsClose(DEADLINES, InForce.ALWAYS),
                new FirstWorkWeek(workWeekBegins, EFFECT, InForce.ALWAYS),
                new Enactment(enactment, ENACTMENT, InForce.ALWAYS)));
    }

    /**
     * The rules by which a notice of that date is judged.
     *
     * @throws IllegalStateException if a rule is missing for that date
     */
    public RulesInForce on(LocalDate noticeDate, ZoneId zone) {
        return new RulesInForce(
                noticeDate,
                zone,
                one(PostingPeriod.class, noticeDate),
                one(SpeakerRequestsClose.class, noticeDate),
                one(CommentsClose.class, noticeDate),
                one(FirstWorkWeek.class, noticeDate),
                one(Enactment.class, noticeDate));
    }

    private <R extends NoticeRule> R one(Class<R> kind, LocalDate noticeDate) {
        return rules.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(rule -> rule.inForce().covers(noticeDate))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "No rule " + kind.getSimpleName() + " is configured for notices of " + noticeDate));
    }
}
