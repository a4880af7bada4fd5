package city.planofrecord.notice.correspondence;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.Page;

/**
 * A page of what was looked for.
 *
 * @param total how many there are over all pages
 * @param next the cursor of what follows, null where nothing does
 */
public record Found<T>(List<T> items, long total, @Nullable UUID next) {

    /**
     * The page of what was read with one more than its limit.
     *
     * @param id of an item, by which they are ordered
     */
    public static <T> Found<T> of(List<T> read, int limit, Function<T, UUID> id, long total) {
        var more = read.size() > limit;
        var page = more ? read.subList(0, limit) : read;
        return new Found<>(page, total, more ? id.apply(page.getLast()) : null);
    }

    public <V> Found<V> map(Function<T, V> view) {
        return new Found<>(items.stream().map(view).toList(), total, next);
    }

    public RestResponse<Page<T>> answer(UriInfo uri) {
        return new Page<>(items, total).answer(uri, next == null ? null : next.toString());
    }
}
