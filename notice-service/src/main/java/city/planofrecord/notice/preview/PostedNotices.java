package city.planofrecord.notice.preview;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.jdbi.v3.core.Jdbi;

import city.planofrecord.notice.notice.Draft;
import city.planofrecord.notice.notice.Notice;
import city.planofrecord.notice.notice.Notices;
import city.planofrecord.notice.notice.Terms;

/** Notices that are posted and not decided. */
@Singleton
class PostedNotices {

    private final Jdbi jdbi;
    private final Notices notices;

    PostedNotices(Jdbi jdbi, Notices notices) {
        this.jdbi = jdbi;
        this.notices = notices;
    }

    /** Those of another number that share a job code, a grade or a line of their words with the draft. */
    List<Notice> near(Draft draft) {
        var titles = draft.items().stream()
                .flatMap(item -> Stream.of(item.present(), item.proposed()))
                .filter(Objects::nonNull)
                .map(Terms::title)
                .filter(Objects::nonNull)
                .map(title -> title.toLowerCase(Locale.ROOT))
                .distinct()
                .toArray(String[]::new);
        var numbers = jdbi.withHandle(handle -> handle.createQuery("select number from notice"
                        + " where status in ('POSTED', 'CONTINUED') and number <> :number"
                        + " and (job_codes && cast(:codes as text[]) or grades && cast(:grades as text[])"
                        + " or string_to_array(lower(words), E'\\n') && cast(:titles as text[])) order by number")
                .bind("number", draft.number())
                .bind("codes", draft.jobCodes().toArray(String[]::new))
                .bind("grades", draft.grades().toArray(String[]::new))
                .bind("titles", titles)
                .mapTo(String.class)
                .list());
        return numbers.stream().distinct().map(notices::get).toList();
    }
}
