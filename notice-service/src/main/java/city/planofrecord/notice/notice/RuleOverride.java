package city.planofrecord.notice.notice;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import city.planofrecord.notice.noticerule.RuleName;

/**
 * A human's decision that a notice may be posted though it breaks a rule of its dates.
 *
 * @param citation what allows it
 * @param found the time that breaks the rule
 * @param expected in words, what the rule asks for
 */
@Schema(name = "RuleOverride")
public record RuleOverride(
        RuleName rule,
        @Schema(examples = "Executive Order 84") String citation,
        String reason,
        @Schema(examples = "2011-03-30T17:00-06:00") String found,

        @Schema(examples = "at 2011-04-05T00:00-06:00 or later")
        String expected,

        Instant recordedAt) {}
