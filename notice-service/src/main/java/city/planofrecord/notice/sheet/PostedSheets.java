package city.planofrecord.notice.sheet;

import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.jdbi.v3.core.Jdbi;

import city.planofrecord.notice.notice.Notice;

/** The sheets that were posted, edition by edition; none is ever changed. */
@Singleton
public class PostedSheets {

    private final Jdbi jdbi;

    PostedSheets(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public void add(Notice notice, List<Rendering> renderings) {
        jdbi.useHandle(handle -> {
            for (var rendering : renderings) {
                handle.createUpdate("insert into posted_sheet (notice_id, media_type, content, sha256)"
                                + " values (:id, :mediaType, :content, :sha256)")
                        .bind("id", notice.id())
                        .bind("mediaType", rendering.mediaType())
                        .bind("content", rendering.content())
                        .bind("sha256", rendering.sha256())
                        .execute();
            }
        });
    }

    /** Empty where the edition was not posted, or before sheets were kept. */
    Optional<Rendering> find(Notice notice, String mediaType) {
        return jdbi.withHandle(handle -> handle.createQuery("select content, sha256 from posted_sheet"
                        + " where notice_id = :id and media_type = :mediaType")
                .bind("id", notice.id())
                .bind("mediaType", mediaType)
                .map((rs, _) -> new Rendering(mediaType, rs.getBytes(1), rs.getString(2)))
                .findOne());
    }
}
