package city.planofrecord.notice.notice;

import city.planofrecord.notice.noticerule.EnactmentMode;

/**
 * Whether the Council will have to enact what is approved of a notice, by the rule in force on its date.
 *
 * @param citation of the rule
 */
public record ExpectedEnactment(EnactmentMode mode, String citation) {}
