package city.planofrecord.notice.posting;

import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.jdbi.v3.core.Jdbi;

import city.planofrecord.notice.notice.Notice;
import city.planofrecord.notice.notice.NoticeTrail;

/** What was posted, edition by edition; none is ever changed. */
@Singleton
class PostedDocuments {

    private final Jdbi jdbi;
    private final NoticeTrail trail;

    PostedDocuments(Jdbi jdbi, NoticeTrail trail) {
        this.jdbi = jdbi;
        this.trail = trail;
    }

    void add(Notice notice, PostedDocument document) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into posted_document (notice_id, number, edition, document, sha256)"
                                + " values (:id, :number, :edition, :document, :sha256)")
                .bind("id", notice.id())
                .bind("number", notice.number())
                .bind("edition", notice.edition())
                .bind("document", document.text())
                .bind("sha256", document.sha256())
                .execute());
        trail.added(notice, "postedDocument", Map.of("sha256", document.sha256()));
    }

    /** Empty where the edition was not posted, or before documents were kept. */
    Optional<PostedDocument> find(Notice notice) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select document, sha256 from posted_document where notice_id = :id")
                        .bind("id", notice.id())
                        .map((rs, _) -> new PostedDocument(rs.getString(1), rs.getString(2)))
                        .findOne());
    }
}
