package city.planofrecord.notice.personaldata;

import jakarta.inject.Singleton;

import city.planofrecord.chassis.http.Refused;

/** The door before names, telephone numbers and addresses: every operation that shows or erases them passes it. */
@Singleton
public class PersonalData {

    private final PersonalDataConfig config;

    PersonalData(PersonalDataConfig config) {
        this.config = config;
    }

    /** @throws Refused (404) where this system shows none */
    public void requireShown() {
        if (!config.shown()) {
            throw Refused.notFound(
                    "This system shows no personal data: it cannot tell yet who asks. They are recorded, and city.personal-data.shown opens them on a local system.");
        }
    }

    /** @throws Refused (404) where this system takes no list of erasures */
    public void requireReplay() {
        if (!config.replay()) {
            throw Refused.notFound(
                    "This system takes no list of erasures: it cannot tell yet who sends it. After a restore, set city.personal-data.replay while the service is closed to others.");
        }
    }
}
