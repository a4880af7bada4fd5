package city.planofrecord.notice.noticeimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.http.Refused;
import city.planofrecord.notice.notice.ProposedItem;
import city.planofrecord.notice.notice.Terms;
import city.planofrecord.notice.noticedocument.ItemKind;

class ItemTableTest {

    private static ItemTable.Read read(String... lines) {
        return ItemTable.read(String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    private static ProposedItem only(String... lines) {
        var items = read(lines).items();
        assertThat(items).hasSize(1);
        return items.getFirst();
    }

    private static List<String> findings(String... lines) {
        var refused = catchThrowableOfType(Refused.class, () -> read(lines));
        assertThat(refused).isNotNull();
        return refused.violations().stream()
                .map(violation -> violation.message().replaceFirst(": .*", ""))
                .toList();
    }

    @Test
    void columnsAreFoundByTheirHeaderInAnyOrderAndSpelling() {
        var item = only(
                "Proposed Grade,New title,presentJobCode,KIND,Present grade",
                "A-613,311 Operations Assistant,CC2158,revise,612-C");

        assertThat(item.kind()).isEqualTo(ItemKind.REVISE);
        assertThat(item.present().jobCode()).isEqualTo("CC2158");
        assertThat(item.proposed().grade()).isEqualTo("613-A");
        assertThat(item.proposed().title()).isEqualTo("311 Operations Assistant");
    }

    @Test
    void aByteOrderMarkSemicolonsAndEmptyRowsDoNoHarm() {
        assertThat(only("\uFEFFkind;present job code", "", ";", "ABOLISH;CS2156")
                        .kind())
                .isEqualTo(ItemKind.ABOLISH);
    }

    @Test
    void theApostropheOfASpreadsheetIsNoPartOfTheText() {
        assertThat(only("kind,present job code,proposed title", "REVISE,CS2154,'3-1-1")
                        .proposed()
                        .title())
                .isEqualTo("3-1-1");
    }

    @Test
    void aFormulaIsFoundAndATextThatLooksLikeOneIsTakenBehindAnApostrophe() {
        assertThat(findings(
                        "kind,present job code,proposed title,series",
                        "REVISE,CS2154,=A1,+1",
                        "REVISE,CS2155, @SUM(A1),\"\t-1\""))
                .containsExactly(
                        "Line 2, column proposed title",
                        "Line 2, column series",
                        "Line 3, column proposed title",
                        "Line 3, column series");
        assertThat(only("kind,present job code,proposed title", "REVISE,CS2154,'=A1")
                        .proposed()
                        .title())
                .isEqualTo("=A1");
    }

    @Test
    void rangesAreReadAsPeopleWriteThem() {
        var range = only(
                        "kind,proposed grade,minimum,maximum,basis",
                        "establish grade,809-A,\"$52,419.00\",83640,annual")
                .proposed()
                .range();

        assertThat(range.toString()).isEqualTo("52419.00 to 83640.00 USD ANNUAL");
    }

    @Test
    void severalJobCodesStandInOneCell() {
        assertThat(only("kind,present job code,into", "ABOLISH,CS2156,CS2154; CS2155")
                        .proposed()
                        .into())
                .containsExactly("CS2154", "CS2155");
    }

    @Test
    void aStatusIsReadInItsUsualSpelling() {
        assertThat(only("kind,present job code,flsa status", "REVISE,CS2156,Non-exempt")
                        .proposed()
                        .flsaStatus())
                .isEqualTo(Terms.FlsaStatus.NON_EXEMPT);
    }

    @Test
    void everyCellThatCannotBeReadIsFoundWithItsLineAndColumn() {
        assertThat(findings(
                        "item,kind,present job code,proposed grade,minimum,maximum",
                        "1,REVISE,cs-1,613A,,",
                        "3,RENAME,CS2155,,,",
                        "3,REVISE,CS2156,613-A,10,"))
                .containsExactly(
                        "Line 2, column present job code",
                        "Line 2, column proposed grade",
                        "Line 3, column kind",
                        "Line 4, column maximum",
                        "Line 3, column item");
    }

    @Test
    void whatAnItemOfItsKindCannotSayIsFound() {
        assertThat(findings("kind,present job code,proposed title", "ABOLISH,CS2156,A title"))
                .containsExactly("Line 2, column proposed title");
    }

    @Test
    void aColumnThatIsUnknownTwiceThereOrMissingIsFound() {
        assertThat(findings("kind,colour", "ABOLISH,red")).containsExactly("Line 1, column colour");
        assertThat(findings("kind,into,Into", "ABOLISH,,")).containsExactly("Line 1, column Into");
        assertThat(findings("item", "1")).containsExactly("Line 1, column kind");
        assertThat(findings("kind", "ABOLISH,CS2156")).containsExactly("Line 2, column without a header");
    }

    @Test
    void whatIsNoTableIsRefused() {
        assertThat(catchThrowableOfType(Refused.class, () -> read("kind"))).hasMessageContaining("no items");
        assertThat(catchThrowableOfType(Refused.class, () -> ItemTable.read(new byte[] {'k', (byte) 0xE9, ','})))
                .hasMessageContaining("UTF-8");
    }

    @Test
    void eachItemTellsItsLine() {
        assertThat(read("kind,present job code", "ABOLISH,CS2156", "", "ABOLISH,CS2157")
                        .sources())
                .hasEntrySatisfying(
                        "/items/1", lines -> assertThat(lines.from()).isEqualTo(4));
    }
}
