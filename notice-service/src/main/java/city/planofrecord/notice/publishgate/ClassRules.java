package city.planofrecord.notice.publishgate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.jobclass.HeardClass;
import city.planofrecord.notice.notice.GradeName;
import city.planofrecord.notice.notice.ProposedAction.Abolish;
import city.planofrecord.notice.notice.ProposedAction.Establish;
import city.planofrecord.notice.notice.ProposedAction.Revise;
import city.planofrecord.notice.notice.ProposedItem;
import city.planofrecord.notice.notice.Terms;

/** Whether what an item says of classes fits the plan on the day. */
final class ClassRules {

    private final Plan plan;
    private final LocalDate day;
    private final WholeNotice whole;
    private final Findings findings;
    private final GradeRules grades;

    ClassRules(Plan plan, LocalDate day, WholeNotice whole, Findings findings, GradeRules grades) {
        this.plan = plan;
        this.day = day;
        this.whole = whole;
        this.findings = findings;
        this.grades = grades;
    }

    void check(ProposedItem item, Revise revise) {
        var found = present(item, revise.jobCode());
        var change = revise.change();
        var id = found.map(HeardClass::id).orElse(null);
        if (change.jobCode() != null) {
            codeIsFree(item, change.jobCode(), id, change.inPlaceOf());
        }
        forerunners(item, change.inPlaceOf(), id);
        if (change.title() != null) {
            titleIsUnused(item, change.title(), id);
        }
        if (change.grade() != null) {
            grades.usable(item, "/proposed/grade", change.grade());
            grades.printed(item, "/proposed/range", change.grade(), item.proposed());
            grades.newWhereItSaysSo(item, change.grade());
        } else if (item.proposed() != null
                && item.present() != null
                && item.present().grade() != null) {
            GradeName.parse(item.present().grade())
                    .ifPresent(grade -> grades.printed(item, "/proposed/range", grade, item.proposed()));
        }
        if (change.grade() == null && id != null) {
            plan.carriedBy(id, day).ifPresent(carried -> grades.staysUsable(item, carried.grade()));
        }
        distinguishedFrom(item, change.specification());
    }

    void check(ProposedItem item, Establish establish) {
        codeIsFree(item, establish.jobCode(), null, establish.terms().inPlaceOf());
        forerunners(item, establish.terms().inPlaceOf(), null);
        titleIsUnused(item, establish.title(), null);
        grades.usable(item, "/proposed/grade", establish.grade());
        grades.printed(item, "/proposed/range", establish.grade(), item.proposed());
        distinguishedFrom(item, establish.terms().specification());
    }

    void check(ProposedItem item, Abolish abolish) {
        present(item, abolish.jobCode());
        for (var i = 0; i < abolish.into().size(); i++) {
            var heir = abolish.into().get(i);
            if (!whole.gives(heir) && plan.bearing(heir).stream().noneMatch(period -> period.covers(day))) {
                notBorne(item, "/proposed/into/" + i, heir);
            }
        }
    }

    /** The class register refuses a forerunner that was not there before the day, and a class as its own. */
    private void forerunners(ProposedItem item, List<String> inPlaceOf, @Nullable UUID own) {
        for (var i = 0; i < inPlaceOf.size(); i++) {
            var code = inPlaceOf.get(i);
            var bearers = plan.bearing(code).stream()
                    .filter(period -> period.from().isBefore(day))
                    .toList();
            if (bearers.isEmpty()) {
                notBorne(item, "/proposed/inPlaceOf/" + i, code);
            } else if (bearers.stream().allMatch(period -> period.id().equals(own))) {
                findings.refuse(
                        item,
                        "/proposed/inPlaceOf/" + i,
                        GateRule.FORMER_JOB_CODE,
                        "Only this class itself has borne " + code
                                + ". A class takes its own code back without saying so.",
                        code,
                        "a code of another class, or none");
            }
        }
    }

    private Optional<HeardClass> present(ProposedItem item, String jobCode) {
        var found = plan.bearing(jobCode).stream()
                .filter(period -> period.covers(day))
                .findFirst();
        if (found.isEmpty()) {
            notBorne(item, "/present/jobCode", jobCode);
            return found;
        }
        var jobClass = found.get();
        var terms = item.present();
        if (terms != null && terms.title() != null && !terms.title().equals(jobClass.title())) {
            findings.refuse(
                    item,
                    "/present/title",
                    GateRule.PRESENT_TITLE,
                    jobCode + " has another title in the class register on " + day
                            + ". Correct the notice or the register.",
                    terms.title(),
                    jobClass.title());
        }
        if (terms != null && terms.grade() != null) {
            presentGrade(item, terms, jobClass.id());
        }
        return found;
    }

    private void presentGrade(ProposedItem item, Terms terms, UUID jobClass) {
        var printed = GradeName.parse(String.valueOf(terms.grade()));
        if (printed.isEmpty()) {
            return;
        }
        var carried = plan.carriedBy(jobClass, day);
        if (carried.isEmpty() || !carried.get().grade().equals(printed.get().canonical())) {
            findings.refuse(
                    item,
                    "/present/grade",
                    GateRule.PRESENT_GRADE,
                    terms.jobCode() + " carries "
                            + carried.map(one -> one.grade()).orElse("no grade") + " in the pay plan on " + day
                            + ". Correct the notice or the pay plan.",
                    terms.grade(),
                    carried.map(one -> one.grade()).orElse("no grade"));
        } else {
            grades.printed(item, "/present/range", printed.get(), terms);
        }
    }

    private void notBorne(ProposedItem item, String field, String jobCode) {
        var ever = plan.bearing(jobCode);
        if (ever.isEmpty()) {
            findings.refuse(
                    item,
                    field,
                    GateRule.JOB_CODE_KNOWN,
                    "No class has ever borne " + jobCode + ". Correct the code.",
                    jobCode,
                    "a job code of the class register");
        } else {
            findings.refuse(
                    item,
                    field,
                    GateRule.CLASS_IN_EFFECT,
                    "No class bears " + jobCode + " on " + day + ", the day of the change.",
                    jobCode + " " + periods(ever),
                    "a class in effect on " + day);
        }
    }

    private static String periods(List<HeardClass> ever) {
        var last = ever.getLast();
        return last.until() == null ? "from " + last.from() : "from " + last.from() + " until " + last.until();
    }

    private void codeIsFree(ProposedItem item, String jobCode, @Nullable UUID own, List<String> inPlaceOf) {
        for (var period : plan.bearing(jobCode)) {
            if (period.id().equals(own)) {
                continue;
            }
            var freed = whole.frees(jobCode, period, day);
            if (period.reaches(day) && !freed) {
                findings.refuse(
                        item,
                        "/proposed/jobCode",
                        GateRule.JOB_CODE_FREE,
                        jobCode + " belongs to " + period.title() + ". Propose another code.",
                        jobCode,
                        "a code that no class bears on " + day + " or later");
                return;
            }
            if (!inPlaceOf.contains(jobCode)) {
                if (freed) {
                    passedOn(item, jobCode, period);
                    continue;
                }
                findings.refuse(
                        item,
                        "/proposed/jobCode",
                        GateRule.FORMER_JOB_CODE,
                        jobCode + " was the code of " + period.title()
                                + ". Say so with inPlaceOf, or propose another code.",
                        jobCode,
                        "inPlaceOf with " + jobCode);
                return;
            }
        }
    }

    /** A notice that takes the code from its bearer says so itself; two classes that both go on may exchange theirs. */
    private void passedOn(ProposedItem item, String jobCode, HeardClass bearer) {
        whole.abolishing(jobCode)
                .ifPresent(abolishing -> findings.warn(
                        item,
                        "/proposed/jobCode",
                        GateRule.FORMER_JOB_CODE,
                        jobCode + " is the code of " + bearer.title() + ", which item " + abolishing
                                + " abolishes. Say so with inPlaceOf if this class takes its place.",
                        jobCode,
                        "inPlaceOf with " + jobCode + ", or another code"));
    }

    private void titleIsUnused(ProposedItem item, String title, @Nullable UUID own) {
        plan.titled(title).stream()
                .filter(period -> period.covers(day) && !period.id().equals(own) && !whole.changes(period.jobCode()))
                .findFirst()
                .ifPresent(other -> findings.warn(
                        item,
                        "/proposed/title",
                        GateRule.TITLE_UNUSED,
                        other.jobCode() + " has this title too.",
                        title,
                        "a title of its own"));
    }

    private void distinguishedFrom(ProposedItem item, @Nullable ObjectNode specification) {
        if (specification == null) {
            return;
        }
        var place = 0;
        for (JsonNode title : specification.path("distinguishedFrom")) {
            var periods = plan.titled(title.asText());
            if (!periods.isEmpty()
                    && periods.stream().noneMatch(period -> period.covers(day))
                    && !whole.titles(title.asText())) {
                findings.warn(
                        item,
                        "/proposed/specification/distinguishedFrom/" + place,
                        GateRule.DISTINGUISHED_FROM,
                        "No class has this title on " + day + " any more.",
                        title.asText(),
                        "a class in effect on " + day);
            }
            place++;
        }
    }
}
