package city.planofrecord.notice.noticeimport;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Singleton;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.tls.TlsConfigurationRegistry;
import org.jboss.logging.Logger;

import city.planofrecord.chassis.edge.OutgoingTrust;
import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;

/** Has the specifications that are attached to a notice read by the service that knows how. */
@Singleton
class AttachmentReader {

    private static final Logger LOG = Logger.getLogger(AttachmentReader.class);

    private final SpecificationImports specifications;
    private final OwnToken token;

    AttachmentReader(ClassificationServiceConfig config, OwnToken token, TlsConfigurationRegistry tls) {
        this.token = token;
        specifications = QuarkusRestClientBuilder.newBuilder()
                .baseUri(config.url())
                .tlsConfiguration(tls.get(OutgoingTrust.NAME).orElseThrow())
                .connectTimeout(config.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(config.readTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .build(SpecificationImports.class);
    }

    /**
     * Reads what is attached. The notice's own lines are sent as blank ones, so that lines count in the whole document.
     *
     * @param begin the first line of what is attached, counted from 1
     * @throws Refused (503) where the reader cannot be reached, (422) where it cannot read what is attached
     */
    ReadSpecifications read(List<String> lines, int begin) {
        var text = String.join("\n", Collections.nCopies(begin - 1, ""))
                + (begin > 1 ? "\n" : "")
                + String.join("\n", lines.subList(begin - 1, lines.size()));
        try {
            return specifications.read(token.bearer(), text.getBytes(StandardCharsets.UTF_8));
        } catch (WebApplicationException e) {
            if (e.getResponse().getStatus() == 422) {
                throw new Refused(
                        ProblemKind.UNREADABLE_DOCUMENT,
                        "What is attached from line " + begin
                                + " on cannot be read as class specifications. Hand it in at /specification-imports to see why.");
            }
            LOG.warnf(
                    "The reader of specifications answered %d", e.getResponse().getStatus());
            throw unreachable();
        } catch (ProcessingException e) {
            LOG.warnf("The reader of specifications cannot be reached: %s", e.getMessage());
            throw unreachable();
        }
    }

    private static Refused unreachable() {
        return new Refused(
                ProblemKind.UNAVAILABLE,
                "The attached specifications are read by classification-service, which cannot be reached. Nothing was stored; try again.");
    }
}
