package city.planofrecord.notice.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.jobclass.HeardClass;
import city.planofrecord.notice.jobclass.HeardTerms;
import city.planofrecord.notice.notice.ProposedAction.ClassChange;
import city.planofrecord.notice.notice.ProposedAction.Establish;
import city.planofrecord.notice.notice.Terms.Eeo4Category;
import city.planofrecord.notice.notice.Terms.SocCode;
import city.planofrecord.notice.paygrade.HeardGrade.HeardRange;

/**
 * A class on one day, with its pay.
 *
 * @param specification that the notice proposes, null where none does; it is not shown, only named among what changes
 * @param texts what its specification says of other classes
 */
@Schema(name = "PreviewedClass")
public record ClassImage(
        @Schema(examples = "CA2434") String jobCode,
        @Schema(examples = "311 Operations Assistant") String title,
        @Nullable @Schema(examples = "613-A") String grade,
        @Nullable RangeImage range,
        @Nullable String occupationalGroup,
        @Nullable String series,
        @Nullable @Schema(examples = "NON_EXEMPT") String flsaStatus,
        @Nullable String flsaExemption,
        @Nullable Eeo4Category eeo4Category,
        @Nullable SocCode socCode,
        @JsonIgnore @Nullable ObjectNode specification,
        @JsonIgnore HeardTerms texts) {

    static ClassImage of(HeardClass found, @Nullable String grade, @Nullable HeardRange range) {
        var terms = found.terms();
        return new ClassImage(
                found.jobCode(),
                found.title(),
                grade,
                RangeImage.of(range),
                terms.occupationalGroup(),
                terms.series(),
                terms.flsaStatus(),
                terms.flsaExemption(),
                eeo4Category(terms.eeo4Category()),
                socCode(terms.socCode()),
                null,
                terms);
    }

    static ClassImage of(Establish establish) {
        var nothing = new ClassImage(
                establish.jobCode(),
                establish.title(),
                establish.grade().canonical(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                HeardTerms.NONE);
        return nothing.with(establish.terms());
    }

    ClassImage with(ClassChange change) {
        var stated = change.flsaStatus() == null ? null : change.flsaStatus().name();
        return new ClassImage(
                first(change.jobCode(), jobCode),
                first(change.title(), title),
                change.grade() == null ? grade : change.grade().canonical(),
                range,
                firstOrNull(change.occupationalGroup(), occupationalGroup),
                firstOrNull(change.series(), series),
                firstOrNull(stated, flsaStatus),
                change.flsaExemption() != null
                        ? change.flsaExemption().name()
                        : "NON_EXEMPT".equals(stated) ? null : flsaExemption,
                change.eeo4Category() == null ? eeo4Category : change.eeo4Category(),
                change.socCode() == null ? socCode : change.socCode(),
                change.specification() == null ? specification : change.specification(),
                change.specification() == null ? texts : texts(change.specification()));
    }

    ClassImage paid(@Nullable HeardRange other) {
        return new ClassImage(
                jobCode,
                title,
                grade,
                RangeImage.of(other),
                occupationalGroup,
                series,
                flsaStatus,
                flsaExemption,
                eeo4Category,
                socCode,
                specification,
                texts);
    }

    private static @Nullable Eeo4Category eeo4Category(HeardTerms.@Nullable Crosswalk heard) {
        return heard == null ? null : new Eeo4Category(heard.code(), heard.scheme(), heard.version());
    }

    private static @Nullable SocCode socCode(HeardTerms.@Nullable Crosswalk heard) {
        return heard == null ? null : new SocCode(heard.code(), heard.scheme(), heard.version());
    }

    private static HeardTerms texts(ObjectNode specification) {
        var distinguishedFrom = new ArrayList<String>();
        specification.path("distinguishedFrom").forEach(title -> distinguishedFrom.add(title.asText()));
        return new HeardTerms(
                null,
                null,
                null,
                null,
                distinguishedFrom,
                specification.hasNonNull("experience")
                        ? specification.get("experience").asText()
                        : null);
    }

    private static String first(@Nullable String one, String other) {
        return one == null ? other : one;
    }

    private static @Nullable String firstOrNull(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }

    /**
     * The names of the fields in which the two differ, in the order of the fields.
     *
     * @param regraded whether the class goes to another grade, if only to a namesake
     */
    static List<String> changed(@Nullable ClassImage before, @Nullable ClassImage after, boolean regraded) {
        if (before == null || after == null) {
            return List.of();
        }
        var changed = new ArrayList<String>();
        add(changed, "jobCode", before.jobCode, after.jobCode);
        add(changed, "title", before.title, after.title);
        if (regraded || !Objects.equals(before.grade, after.grade)) {
            changed.add("grade");
        }
        add(changed, "range", before.range, after.range);
        add(changed, "occupationalGroup", before.occupationalGroup, after.occupationalGroup);
        add(changed, "series", before.series, after.series);
        add(changed, "flsaStatus", before.flsaStatus, after.flsaStatus);
        add(changed, "flsaExemption", before.flsaExemption, after.flsaExemption);
        add(changed, "eeo4Category", before.eeo4Category, after.eeo4Category);
        add(changed, "socCode", before.socCode, after.socCode);
        add(changed, "specification", before.specification, after.specification);
        return List.copyOf(changed);
    }

    private static void add(List<String> changed, String field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changed.add(field);
        }
    }
}
