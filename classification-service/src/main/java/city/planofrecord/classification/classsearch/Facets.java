package city.planofrecord.classification.classsearch;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many of all that was found have each value of a field, by count, then by value. */
@Schema(
        name = "JobClassFacets",
        description =
                "How many of all that was found, over every page, have each value of a field; classes without a value "
                        + "count nowhere. By count, then by value.")
record Facets(List<Count> occupationalGroup, List<Count> series, List<Count> flsaStatus, List<Count> grade) {

    /** How many have the value. */
    @Schema(name = "FacetCount")
    record Count(
            @Schema(examples = "NON_EXEMPT") String value,
            @Schema(examples = "12") long count) {}
}
