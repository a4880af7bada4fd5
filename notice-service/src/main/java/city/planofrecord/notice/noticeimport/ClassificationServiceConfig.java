package city.planofrecord.notice.noticeimport;

import java.net.URI;
import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The service that reads specifications. */
@ConfigMapping(prefix = "city.classification-service")
interface ClassificationServiceConfig {

    /** Where it is reached, such as {@code http://127.0.0.1:8081}. */
    URI url();

    /** How long to try to reach it before an import is answered with 503. */
    @WithDefault("2s")
    Duration connectTimeout();

    /** How long it may take to read what is attached before an import is answered with 503. */
    @WithDefault("15s")
    Duration readTimeout();
}
