package city.planofrecord.notice.noticeimport;

import java.net.URI;

import jakarta.inject.Singleton;

import io.quarkus.arc.Unremovable;

import city.planofrecord.chassis.edge.TokenReceiver;

/** Where the reader of specifications is, which is sent this service's token. */
@Singleton
@Unremovable
class SpecificationReaderAddress implements TokenReceiver {

    private final ClassificationServiceConfig config;

    SpecificationReaderAddress(ClassificationServiceConfig config) {
        this.config = config;
    }

    @Override
    public URI address() {
        return config.url();
    }

    @Override
    public String setting() {
        return "CLASSIFICATION_SERVICE_URL";
    }
}
