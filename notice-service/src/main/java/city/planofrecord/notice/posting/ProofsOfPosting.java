package city.planofrecord.notice.posting;

import java.util.List;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.Refused;
import city.planofrecord.notice.notice.CityRules;
import city.planofrecord.notice.notice.Notice;
import city.planofrecord.notice.posting.ProofOfPosting.Hashes;
import city.planofrecord.notice.sheet.NoticeSheet;
import city.planofrecord.notice.sheet.PostedSheets;
import city.planofrecord.notice.sheet.Rendering;

/** The proofs of posting, made once, with the sheets that they are about. */
@Singleton
class ProofsOfPosting {

    private final Jdbi jdbi;
    private final PostedSheets sheets;
    private final CityRules city;
    private final ObjectMapper json;

    ProofsOfPosting(Jdbi jdbi, PostedSheets sheets, CityRules city, ObjectMapper json) {
        this.jdbi = jdbi;
        this.sheets = sheets;
        this.city = city;
        this.json = json;
    }

    /** Renders the sheets of a notice that has just been posted, and keeps them and the proof. */
    void add(Notice posted) {
        var sheet = NoticeSheet.of(posted, city.zone());
        var text = Rendering.text(sheet);
        var pdf = Rendering.pdf(sheet);
        sheets.add(posted, List.of(text, pdf));
        var proof = write(proof(posted, text.sha256(), pdf.sha256()));
        jdbi.useHandle(
                handle -> handle.createUpdate("insert into proof_of_posting (notice_id, proof) values (:id, :proof)")
                        .bind("id", posted.id())
                        .bind("proof", proof)
                        .execute());
    }

    /**
     * The proof as it was kept; for what was posted before proofs were kept, what is known of it.
     *
     * @throws Refused (404) where the edition was not posted
     */
    ProofOfPosting get(Notice notice) {
        return jdbi.withHandle(handle -> handle.createQuery("select proof from proof_of_posting where notice_id = :id")
                        .bind("id", notice.id())
                        .mapTo(String.class)
                        .findOne())
                .map(this::read)
                .orElseGet(() -> proof(notice, null, null));
    }

    private ProofOfPosting proof(Notice notice, @Nullable String text, @Nullable String pdf) {
        var posting = notice.whenPosted()
                .orElseThrow(() -> Refused.notFound("Edition " + notice.edition() + " of notice " + notice.number()
                        + " was not posted: it is " + notice.status() + "."));
        var postedOn = city.day(posting.postedAt());
        var date = notice.draft().date();
        return new ProofOfPosting(
                notice.number(),
                notice.edition(),
                date,
                notice.draft().subject(),
                posting.postedAt(),
                posting.places(),
                posting.recordedAt(),
                posting.recordedBy(),
                city.on(date == null ? postedOn : date).postedUntil(postedOn),
                new Hashes(posting.sha256(), text, pdf));
    }

    private String write(ProofOfPosting proof) {
        try {
            return json.writeValueAsString(proof);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a proof that cannot be written", e);
        }
    }

    private ProofOfPosting read(String proof) {
        try {
            return json.readValue(proof, ProofOfPosting.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept proof that cannot be read", e);
        }
    }
}
