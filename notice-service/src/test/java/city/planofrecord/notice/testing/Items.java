package city.planofrecord.notice.testing;

import java.util.List;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import city.planofrecord.notice.notice.Amount;
import city.planofrecord.notice.notice.PrintedRange;
import city.planofrecord.notice.notice.ProposedItem;
import city.planofrecord.notice.notice.Terms;
import city.planofrecord.notice.noticedocument.ItemKind;

/** Items that say only what matters; numbered by their draft, or all 1. */
public final class Items {

    private Items() {}

    public static ProposedItem retitle(String jobCode, String from, String to) {
        return revise(terms(jobCode, from, null), terms(null, to, null));
    }

    public static ProposedItem regrade(String jobCode, String from, String to) {
        return revise(terms(jobCode, null, from), terms(null, null, to));
    }

    public static ProposedItem recode(String jobCode, String to) {
        return revise(terms(jobCode, null, null), terms(to, null, null));
    }

    public static ProposedItem revise(Terms present, Terms proposed) {
        return new ProposedItem(1, ItemKind.REVISE, null, present, proposed);
    }

    public static ProposedItem establish(String jobCode, String title, String grade) {
        return new ProposedItem(1, ItemKind.ESTABLISH, null, null, terms(jobCode, title, grade));
    }

    public static ProposedItem abolish(String jobCode) {
        return new ProposedItem(1, ItemKind.ABOLISH, null, terms(jobCode, null, null), null);
    }

    public static ProposedItem establishGrade(String grade, String minimum, String maximum) {
        return new ProposedItem(1, ItemKind.ESTABLISH_GRADE, null, null, terms(null, null, grade, minimum, maximum));
    }

    public static ProposedItem numbered(int number, ProposedItem item) {
        return new ProposedItem(number, item.kind(), item.changes(), item.present(), item.proposed());
    }

    public static Terms terms(String jobCode, String title, String grade) {
        return new Terms(jobCode, title, grade, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    public static Terms terms(String jobCode, String title, String grade, String minimum, String maximum) {
        return new Terms(
                jobCode,
                title,
                grade,
                new PrintedRange(Amount.of(minimum), Amount.of(maximum), null, null),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    public static Terms inPlaceOf(String jobCode, String former) {
        return new Terms(
                jobCode, null, null, null, null, List.of(former), null, null, null, null, null, null, null, null, null);
    }

    public static Terms distinguishedFrom(String title) {
        var specification = JsonNodeFactory.instance.objectNode();
        specification.putArray("distinguishedFrom").add(title);
        return new Terms(
                null, null, null, null, specification, null, null, null, null, null, null, null, null, null, null);
    }
}
