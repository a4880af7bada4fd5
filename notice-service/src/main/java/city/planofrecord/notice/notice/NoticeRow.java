package city.planofrecord.notice.notice;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** A notice as it is stored: what is looked up in columns, the rest as one document. */
@Entity
@Table(name = "notice")
class NoticeRow {

    @Id
    UUID id;

    String number = "";
    int edition;
    String status = "";
    long revision;

    @Column(name = "notice_date")
    @Nullable
    LocalDate noticeDate;

    @Column(name = "posted_at")
    @Nullable
    OffsetDateTime postedAt;

    @Column(name = "posted_until")
    @Nullable
    LocalDate postedUntil;

    @Column(name = "hearing_at")
    @Nullable
    OffsetDateTime hearingAt;

    @Column(name = "hearing_place")
    @Nullable
    String hearingPlace;

    @Column(name = "comments_until")
    @Nullable
    OffsetDateTime commentsUntil;

    @Column(name = "speakers_until")
    @Nullable
    OffsetDateTime speakersUntil;

    @Column(name = "ended_on")
    @Nullable
    LocalDate endedOn;

    @Column(name = "job_codes")
    String[] jobCodes = {};

    String[] grades = {};
    String[] mends = {};
    String words = "";

    @ColumnTransformer(read = "document::text", write = "cast(? as jsonb)")
    String document = "";
}
