package city.planofrecord.notice.noticedocument;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** What a notice document says; what could not be read is absent and has a finding. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NoticeDraft(
        @Nullable String number,
        @Nullable String to,
        @Nullable String from,
        @Nullable LocalDate date,
        @Nullable String subject,
        List<String> summary,
        List<Provision> provisions,
        List<DraftItem> items,
        @Nullable Hearing hearing,
        @Nullable Comments comments,
        @Nullable Speakers speakers) {

    static final NoticeDraft EMPTY =
            new NoticeDraft(null, null, null, null, null, List.of(), List.of(), List.of(), null, null, null);

    public NoticeDraft {
        summary = List.copyOf(summary);
        provisions = List.copyOf(provisions);
        items = List.copyOf(items);
    }
}
