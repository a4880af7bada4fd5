package city.planofrecord.notice.jobclass;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What else is kept of a class in a period: how it is classified, and those texts of its specification that name others.
 *
 * @param distinguishedFrom titles of the classes that it is distinguished from
 * @param experience the experience that it asks for
 */
public record HeardTerms(
        @Nullable String occupationalGroup,
        @Nullable String series,
        @Nullable String flsaStatus,
        @Nullable String flsaExemption,
        List<String> distinguishedFrom,
        @Nullable String experience) {

    public static final HeardTerms NONE = new HeardTerms(null, null, null, null, List.of(), null);

    public HeardTerms {
        distinguishedFrom = List.copyOf(distinguishedFrom);
    }
}
