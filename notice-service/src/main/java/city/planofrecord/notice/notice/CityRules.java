package city.planofrecord.notice.notice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.quarkus.runtime.Startup;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.chassis.time.CityConfig;
import city.planofrecord.notice.noticerule.NoRuleException;
import city.planofrecord.notice.noticerule.NoticeRules;
import city.planofrecord.notice.noticerule.RulesInForce;
import city.planofrecord.notice.noticerule.RulesReader;
import city.planofrecord.notice.noticerule.UnreadableRulesException;

/** The rules that this city's notices are judged by, and the zone of its dates. */
@Startup
@Singleton
public class CityRules {

    private final NoticeRules rules;
    private final ZoneId zone;

    CityRules(NoticeConfig notices, CityConfig city) {
        rules = notices.rules().map(CityRules::read).orElseGet(NoticeRules::standard);
        zone = city.zone();
    }

    /** @throws IllegalStateException with the setting, the file and every mistake in it */
    static NoticeRules read(Path file) {
        try {
            return RulesReader.read(Files.readString(file));
        } catch (IOException e) {
            throw new IllegalStateException("city.notices.rules: the file " + file + " cannot be read", e);
        } catch (UnreadableRulesException e) {
            throw new IllegalStateException("city.notices.rules: " + file + " has " + e.getMessage(), e);
        }
    }

    public NoticeRules all() {
        return rules;
    }

    /** @throws Refused (422) where the rules do not say what they must for a notice of that date */
    public RulesInForce on(LocalDate noticeDate) {
        return find(noticeDate).orElseThrow(() -> {
            var message = NoRuleException.message(noticeDate, rules.missing(noticeDate));
            return new Refused(
                    ProblemKind.INVALID,
                    message,
                    List.of(Violation.at("/date", message, noticeDate.toString(), "a date for which there are rules")));
        });
    }

    /** Empty where the rules do not say what they must for a notice of that date. */
    public Optional<RulesInForce> find(LocalDate noticeDate) {
        return rules.missing(noticeDate).isEmpty() ? Optional.of(rules.on(noticeDate, zone)) : Optional.empty();
    }

    public ZoneId zone() {
        return zone;
    }

    /** The same instant with the city's offset. */
    public OffsetDateTime local(OffsetDateTime time) {
        return time.atZoneSameInstant(zone).toOffsetDateTime();
    }

    /** The city's day of an instant. */
    public LocalDate day(OffsetDateTime time) {
        return local(time).toLocalDate();
    }

    public @Nullable OffsetDateTime localOrNull(@Nullable OffsetDateTime time) {
        return time == null ? null : local(time);
    }
}
