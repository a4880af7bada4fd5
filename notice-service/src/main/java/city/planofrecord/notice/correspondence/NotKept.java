package city.planofrecord.notice.correspondence;

import java.net.URI;

import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.RestResponse;

/** Answers that are one person's and that no cache keeps. */
public final class NotKept {

    private static final String NOT_KEPT = "private, no-store";

    private NotKept() {}

    public static <T> RestResponse<T> ok(T answer) {
        return RestResponse.ResponseBuilder.ok(answer)
                .header(HttpHeaders.CACHE_CONTROL, NOT_KEPT)
                .build();
    }

    /** @param path of what was created */
    public static <T> RestResponse<T> created(String path, T answer) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, answer)
                .location(URI.create(path))
                .header(HttpHeaders.CACHE_CONTROL, NOT_KEPT)
                .build();
    }

    /** The same answer, kept by nobody. */
    public static <T> RestResponse<T> of(RestResponse<T> answer) {
        answer.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, NOT_KEPT);
        return answer;
    }
}
