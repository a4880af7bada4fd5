package city.planofrecord.paygrade.timelineimport;

import jakarta.ws.rs.core.HttpHeaders;

import city.planofrecord.chassis.snapshot.Format;

/** In which form an import was sent. */
public final class SentForm {

    private SentForm() {}

    /** CSV where the Content-Type says so, else NDJSON. */
    public static Format of(HttpHeaders headers) {
        var type = headers.getMediaType();
        return type != null && type.getSubtype().equals("csv") ? Format.CSV : Format.NDJSON;
    }
}
