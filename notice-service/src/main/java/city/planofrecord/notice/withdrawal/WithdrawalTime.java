package city.planofrecord.notice.withdrawal;

import java.time.LocalDate;
import java.util.List;

import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;

/** When a notice can have been withdrawn: on the day of its posting or later, and not in the future. */
final class WithdrawalTime {

    private WithdrawalTime() {}

    /** @throws Refused (422) where the day cannot be */
    static void require(LocalDate withdrawnOn, LocalDate postedOn, LocalDate today) {
        if (withdrawnOn.isAfter(today)) {
            throw refused(withdrawnOn, "That day has not come yet in the city.", today + " or earlier");
        }
        if (withdrawnOn.isBefore(postedOn)) {
            throw refused(withdrawnOn, "The notice was posted only on " + postedOn + ".", postedOn + " or later");
        }
    }

    private static Refused refused(LocalDate withdrawnOn, String message, String expected) {
        return Refused.invalid(List.of(Violation.at("/withdrawnOn", message, withdrawnOn.toString(), expected)));
    }
}
