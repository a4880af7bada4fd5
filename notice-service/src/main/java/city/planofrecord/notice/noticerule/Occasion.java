package city.planofrecord.notice.noticerule;

/** A time of a notice that can fall on a day or hour when the city's offices are closed. */
public enum Occasion {
    HEARING("the hearing"),
    COMMENTS_CLOSE("the end of written comments"),
    SPEAKER_REQUESTS_CLOSE("the end of requests to speak");

    private final String words;

    Occasion(String words) {
        this.words = words;
    }

    /** As it stands within a sentence. */
    public String inWords() {
        return words;
    }
}
