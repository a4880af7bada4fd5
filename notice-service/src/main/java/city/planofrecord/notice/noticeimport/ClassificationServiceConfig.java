package city.planofrecord.notice.noticeimport;

import io.smallrye.config.ConfigMapping;

/** The service that reads specifications. */
@ConfigMapping(prefix = "city.classification-service")
interface ClassificationServiceConfig {

    /** Where it is reached, such as {@code http://127.0.0.1:8081}. */
    String url();
}
