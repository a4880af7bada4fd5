package city.planofrecord.chassis.snapshot;

/** The forms in which a snapshot can be had. */
public enum Format {
    CSV("text/csv", "csv"),
    NDJSON("application/x-ndjson", "ndjson");

    private final String mediaType;
    private final String extension;

    Format(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    public String mediaType() {
        return mediaType;
    }

    String extension() {
        return extension;
    }
}
