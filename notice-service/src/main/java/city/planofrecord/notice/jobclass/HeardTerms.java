package city.planofrecord.notice.jobclass;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What else is kept of a class in a period: how it is classified, and those texts of its specification that name others.
 *
 * @param distinguishedFrom titles of the classes that it is distinguished from
 * @param experience the experience that it asks for
 * @param eeo4Category its category in the EEO-4 report
 * @param socCode its occupation in the Standard Occupational Classification
 */
public record HeardTerms(
        @Nullable String occupationalGroup,
        @Nullable String series,
        @Nullable String flsaStatus,
        @Nullable String flsaExemption,
        List<String> distinguishedFrom,
        @Nullable String experience,
        @Nullable Crosswalk eeo4Category,
        @Nullable Crosswalk socCode) {

    public static final HeardTerms NONE = new HeardTerms(null, null, null, null, List.of(), null);

    /** A code of another classification, and of which version of it. */
    public record Crosswalk(String code, String scheme, String version) {}

    /** Terms of a class that is not linked to other classifications. */
    public HeardTerms(
            @Nullable String occupationalGroup,
            @Nullable String series,
            @Nullable String flsaStatus,
            @Nullable String flsaExemption,
            List<String> distinguishedFrom,
            @Nullable String experience) {
        this(occupationalGroup, series, flsaStatus, flsaExemption, distinguishedFrom, experience, null, null);
    }

    public HeardTerms {
        distinguishedFrom = List.copyOf(distinguishedFrom);
    }
}
