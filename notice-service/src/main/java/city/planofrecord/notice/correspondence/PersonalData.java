package city.planofrecord.notice.correspondence;

import jakarta.inject.Singleton;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import city.planofrecord.chassis.http.Refused;

/** The door before names, telephone numbers and addresses: every operation that shows them passes it. */
@Singleton
public class PersonalData {

    private final Settings settings;

    PersonalData(Settings settings) {
        this.settings = settings;
    }

    /** What is shown of people. */
    @ConfigMapping(prefix = "city.personal-data")
    interface Settings {

        /**
         * Whether the operations that show personal data answer. As long as nobody logs in they answer to everybody who
         * reaches the service, so this is for local systems only.
         */
        @WithDefault("false")
        boolean shown();
    }

    /** @throws Refused (404) where this system shows none */
    public void requireShown() {
        if (!settings.shown()) {
            throw Refused.notFound(
                    "This system shows no personal data: it cannot tell yet who asks. They are recorded, and city.personal-data.shown opens them on a local system.");
        }
    }
}
