package city.planofrecord.notice.sheet;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/** A sheet as it is handed out: its bytes, and their hash. */
public final class Rendering {

    public static final String PDF = "application/pdf";

    /** Preferred less than JSON by who does not care. */
    public static final String PRODUCES_TEXT = MediaType.TEXT_PLAIN + ";qs=0.5";

    /** Preferred less than text by who does not care. */
    public static final String PRODUCES_PDF = PDF + ";qs=0.3";

    private static final int TAG = 24;

    private final String mediaType;
    private final byte[] content;
    private final String sha256;

    Rendering(String mediaType, byte[] content, String sha256) {
        this.mediaType = mediaType;
        this.content = content.clone();
        this.sha256 = sha256;
    }

    private Rendering(String mediaType, byte[] content) {
        this(mediaType, content, Sha256.of(content));
    }

    public static Rendering text(Sheet sheet) {
        return new Rendering(MediaType.TEXT_PLAIN, sheet.text());
    }

    public static Rendering pdf(Sheet sheet) {
        return new Rendering(PDF, sheet.pdf());
    }

    String mediaType() {
        return mediaType;
    }

    byte[] content() {
        return content.clone();
    }

    public String sha256() {
        return sha256;
    }

    /**
     * The answer to who asks for it, or that they have it already.
     *
     * @param name of the file that it may be kept in, without what its kind adds
     */
    public Response answer(Request request, String name) {
        var tag = new EntityTag(sha256.substring(0, TAG));
        var unchanged = request.evaluatePreconditions(tag);
        var isText = mediaType.equals(MediaType.TEXT_PLAIN);
        var answer = unchanged == null
                ? Response.ok(content, isText ? MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8") : MediaType.valueOf(PDF))
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "inline; filename=\"" + name + (isText ? ".txt" : ".pdf") + "\"")
                : unchanged;
        return answer.tag(tag)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }
}
