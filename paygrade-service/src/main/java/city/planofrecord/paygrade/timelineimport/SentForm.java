package city.planofrecord.paygrade.timelineimport;

import jakarta.ws.rs.core.HttpHeaders;

import city.planofrecord.chassis.snapshot.Format;

/** In which form an import was sent. */
public final class SentForm {

    /** What an import of timelines may have: 32 MB, a plan of a city's size with decades of history. */
    public static final int LARGEST = 32 * 1024 * 1024;

    private SentForm() {}

    /** CSV where the Content-Type says so, else NDJSON. */
    public static Format of(HttpHeaders headers) {
        var type = headers.getMediaType();
        return type != null && type.getSubtype().equals("csv") ? Format.CSV : Format.NDJSON;
    }
}
