package city.planofrecord.notice.draftdocument;

import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jdbi.v3.core.Jdbi;

import city.planofrecord.notice.notice.Notice;

/** The documents that drafts were read from: one of the notice, and one of each attachment that was handed in by itself. */
@Singleton
public class DraftDocuments {

    private static final String OF_THE_NOTICE = "";

    private final Jdbi jdbi;
    private final ObjectMapper json;

    DraftDocuments(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** Keeps the document that the notice, which is recorded already, was read from. */
    public void add(Notice notice, HandedIn document) {
        put(notice, OF_THE_NOTICE, document, json.valueToTree(notice.draft()));
    }

    /** Keeps the document of an attachment, in the place of the one before it. */
    public void put(Notice notice, String attachment, HandedIn document, ObjectNode asRead) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into draft_document (notice_id, attachment, number, edition, kind, size, sha256, text, as_read)"
                                + " values (:id, :attachment, :number, :edition, :kind, :size, :sha256, :text, cast(:asRead as jsonb))"
                                + " on conflict on constraint pk_draft_document do update set kind = excluded.kind,"
                                + " size = excluded.size, sha256 = excluded.sha256, text = excluded.text,"
                                + " as_read = excluded.as_read, recorded_at = excluded.recorded_at")
                .bind("id", notice.id())
                .bind("attachment", attachment)
                .bind("number", notice.number())
                .bind("edition", notice.edition())
                .bind("kind", document.kind())
                .bind("size", document.size())
                .bind("sha256", document.sha256())
                .bind("text", document.text())
                .bind("asRead", asRead.toString().replace("\\u0000", ""))
                .execute());
    }

    /** Forgets the document of an attachment that is not there any more, where it had one. */
    public void remove(Notice notice, String attachment) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "delete from draft_document where notice_id = :id and attachment = :attachment")
                .bind("id", notice.id())
                .bind("attachment", attachment)
                .execute());
    }

    /** The document of the notice: of this edition or, where that was not read from one, of the last before it. */
    public Optional<KeptDocument> find(Notice notice) {
        return find(notice, OF_THE_NOTICE);
    }

    /** The document of an attachment, likewise; empty where there is none of the key, or it came with the notice or without one. */
    public Optional<KeptDocument> findOfAttachment(Notice notice, String key) {
        return notice.draft().attachments().stream()
                .filter(attachment -> key.equals(attachment.key()))
                .findFirst()
                .flatMap(attachment -> find(notice, key)
                        // An edition before may have had another in its place.
                        .filter(document -> document.asRead().equals(attachment.specification())));
    }

    private Optional<KeptDocument> find(Notice notice, String attachment) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select edition, kind, size, sha256, text, as_read::text, recorded_at from draft_document"
                                + " where number = :number and attachment = :attachment and edition <= :edition"
                                + " order by edition desc limit 1")
                .bind("number", notice.number())
                .bind("attachment", attachment)
                .bind("edition", notice.edition())
                .map((rs, _) -> new KeptDocument(
                        rs.getInt(1),
                        rs.getString(2),
                        rs.getLong(3),
                        rs.getString(4),
                        rs.getString(5),
                        read(rs.getString(6)),
                        rs.getTimestamp(7).toInstant()))
                .findOne());
    }

    /** Keys of the attachments that were read from documents of their own, up to this edition. */
    public List<String> attachments(Notice notice) {
        return jdbi.withHandle(handle -> handle.createQuery("select distinct attachment from draft_document"
                        + " where number = :number and attachment <> '' and edition <= :edition order by attachment")
                .bind("number", notice.number())
                .bind("edition", notice.edition())
                .mapTo(String.class)
                .list());
    }

    private ObjectNode read(String asRead) {
        try {
            return json.readValue(asRead, ObjectNode.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept document that cannot be read", e);
        }
    }
}
