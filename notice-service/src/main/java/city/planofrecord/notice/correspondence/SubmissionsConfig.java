package city.planofrecord.notice.correspondence;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How robots are told from people among those who comment or ask to speak. Nobody is refused by it. */
@ConfigMapping(prefix = "city.submissions")
interface SubmissionsConfig {

    Form form();

    /** How many links a text may have that is not looked at twice. */
    @WithDefault("2")
    int links();

    /** How many submissions about one notice may have the same words before further ones are looked at twice. */
    @WithDefault("5")
    int sameTexts();

    /** The form that a page shows. */
    interface Form {

        /** What is sent sooner after its form was fetched is looked at twice. */
        @WithDefault("3s")
        Duration soonest();

        /** What is sent later after its form was fetched is looked at twice. */
        @WithDefault("24h")
        Duration latest();
    }
}
