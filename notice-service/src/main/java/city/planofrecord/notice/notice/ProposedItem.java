package city.planofrecord.notice.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.notice.ProposedAction.ClassChange;
import city.planofrecord.notice.noticedocument.Change;
import city.planofrecord.notice.noticedocument.ItemKind;

/**
 * One change that a notice proposes, as it says it.
 *
 * @param item counted from 1 in the notice's order
 * @param changes what a revision changes; it follows from the terms
 */
@Schema(description = "One change that the notice proposes")
public record ProposedItem(
        @Schema(examples = "4") int item,
        @NotNull ItemKind kind,
        List<Change> changes,
        @Nullable @Valid Terms present,
        @Nullable @Valid Terms proposed) {

    public ProposedItem(
            int item,
            ItemKind kind,
            @Nullable List<Change> changes,
            @Nullable Terms present,
            @Nullable Terms proposed) {
        this.item = item;
        this.kind = kind;
        this.changes = changes == null ? List.of() : List.copyOf(changes);
        this.present = present;
        this.proposed = proposed;
    }

    ProposedItem at(int number) {
        return new ProposedItem(number, kind, changesOfTerms(), present, proposed);
    }

    /** The item as it was approved, with other terms than it proposed. */
    public ProposedItem amendedBy(Terms others) {
        var amended = new ProposedItem(item, kind, null, present, after().amendedBy(others));
        return amended.at(item);
    }

    /** The item with another specification of what it proposes, or without one. */
    public ProposedItem specifiedBy(@Nullable ObjectNode specification) {
        return new ProposedItem(item, kind, null, present, after().withSpecification(specification)).at(item);
    }

    /** What the terms change about a class, in the order of {@link Change}; nothing for any kind but a revision. */
    List<Change> changesOfTerms() {
        if (kind != ItemKind.REVISE) {
            return List.of();
        }
        var before = before();
        var after = after();
        var found = new ArrayList<Change>();
        add(found, Change.RECODE, differs(after.jobCode(), before.jobCode()));
        add(found, Change.RETITLE, differs(after.title(), before.title()));
        add(found, Change.REGRADE, isRegraded());
        add(found, Change.RESPECIFY, after.specification() != null);
        add(
                found,
                Change.RECLASSIFY,
                differs(after.occupationalGroup(), before.occupationalGroup())
                        || differs(after.series(), before.series())
                        || differs(after.flsaStatus(), before.flsaStatus())
                        || differs(after.flsaExemption(), before.flsaExemption())
                        || differs(after.eeo4Category(), before.eeo4Category())
                        || differs(after.socCode(), before.socCode())
                        || after.inPlaceOf() != null
                        || after.into() != null);
        return List.copyOf(found);
    }

    private boolean isRegraded() {
        var grade = after().grade();
        return differs(canonical(grade), canonical(before().grade())) || (grade != null && after().movesToNewGrade());
    }

    private static void add(List<Change> found, Change change, boolean applies) {
        if (applies) {
            found.add(change);
        }
    }

    private static boolean differs(@Nullable Object after, @Nullable Object before) {
        return after != null && !after.equals(before);
    }

    private static @Nullable String canonical(@Nullable String grade) {
        return grade == null
                ? null
                : GradeName.parse(grade).map(GradeName::canonical).orElse(grade);
    }

    Terms before() {
        return Objects.requireNonNullElse(present, Terms.NONE);
    }

    Terms after() {
        return Objects.requireNonNullElse(proposed, Terms.NONE);
    }

    /** The fields that the item lacks to be carried out, as JSON pointers within it. */
    @JsonIgnore
    public List<String> lacking() {
        var before = before();
        var after = after();
        var lacking = new ArrayList<String>();
        switch (kind) {
            case REVISE -> {
                lack(lacking, "/present/jobCode", before.jobCode());
                lack(lacking, "/proposed", changesOfTerms().isEmpty() ? null : changes);
                if (after.movesToNewGrade()) {
                    lack(lacking, "/proposed/grade", after.grade());
                }
            }
            case ESTABLISH -> {
                lack(lacking, "/proposed/jobCode", after.jobCode());
                lack(lacking, "/proposed/title", after.title());
                lack(lacking, "/proposed/grade", after.grade());
            }
            case ABOLISH -> lack(lacking, "/present/jobCode", before.jobCode());
            case ESTABLISH_SCHEDULE -> lack(lacking, "/proposed/schedule", after.schedule());
            case ABOLISH_SCHEDULE -> lack(lacking, "/present/schedule", before.schedule());
            case ESTABLISH_GRADE -> {
                lack(lacking, "/proposed/grade", after.grade());
                lack(lacking, "/proposed/range", after.range());
            }
            case ADJUST_RANGE -> {
                lack(lacking, "/present/grade", before.grade());
                lack(lacking, "/proposed/range", after.range());
            }
            case ABOLISH_GRADE -> lack(lacking, "/present/grade", before.grade());
        }
        return List.copyOf(lacking);
    }

    private static void lack(List<String> lacking, String pointer, @Nullable Object value) {
        if (value == null) {
            lacking.add(pointer);
        }
    }

    /** What the item does to the plan; empty where it lacks something that doing it needs. */
    @JsonIgnore
    public Optional<ProposedAction> action() {
        if (!lacking().isEmpty()) {
            return Optional.empty();
        }
        var before = before();
        var after = after();
        return Optional.of(
                switch (kind) {
                    case REVISE -> new ProposedAction.Revise(given(before.jobCode()), change());
                    case ESTABLISH ->
                        new ProposedAction.Establish(
                                given(after.jobCode()), given(after.title()), grade(given(after.grade())), change());
                    case ABOLISH ->
                        new ProposedAction.Abolish(
                                given(before.jobCode()), after.into() == null ? List.of() : after.into());
                    case ESTABLISH_SCHEDULE ->
                        new ProposedAction.EstablishSchedule(given(after.schedule()), after.name());
                    case ABOLISH_SCHEDULE -> new ProposedAction.AbolishSchedule(given(before.schedule()));
                    case ESTABLISH_GRADE ->
                        new ProposedAction.EstablishGrade(grade(given(after.grade())), given(after.range()));
                    case ADJUST_RANGE ->
                        new ProposedAction.AdjustRange(grade(given(before.grade())), given(after.range()));
                    case ABOLISH_GRADE -> new ProposedAction.AbolishGrade(grade(given(before.grade())));
                });
    }

    private ClassChange change() {
        var before = before();
        var after = after();
        return new ClassChange(
                differs(after.jobCode(), before.jobCode()) ? after.jobCode() : null,
                differs(after.title(), before.title()) ? after.title() : null,
                isRegraded() ? grade(given(after.grade())) : null,
                after.specification(),
                differs(after.occupationalGroup(), before.occupationalGroup()) ? after.occupationalGroup() : null,
                differs(after.series(), before.series()) ? after.series() : null,
                differs(after.flsaStatus(), before.flsaStatus()) ? after.flsaStatus() : null,
                differs(after.flsaExemption(), before.flsaExemption()) ? after.flsaExemption() : null,
                differs(after.eeo4Category(), before.eeo4Category()) ? after.eeo4Category() : null,
                differs(after.socCode(), before.socCode()) ? after.socCode() : null,
                after.inPlaceOf() == null ? List.of() : after.inPlaceOf(),
                after.into() == null ? List.of() : after.into());
    }

    private static GradeName grade(String written) {
        return GradeName.parse(written).orElseThrow(() -> new IllegalStateException("no grade: " + written));
    }

    private static <T> T given(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
