package city.planofrecord.chassis.testing.hostile;

import java.util.ArrayList;
import java.util.List;

/** The corpus: every way that we know to harm whoever reads documents. Made in code, the same each time. */
public final class HostileDocuments {

    private HostileDocuments() {}

    /**
     * @param types the media types that are wanted, without parameters
     * @param lines of a document that the service reads: what is hostile stands beside it, so that it is read
     */
    public static List<HostileDocument> of(List<String> types, List<String> lines, Trap trap) {
        var all = new ArrayList<HostileDocument>();
        var office = new OfficeDocuments(lines, trap);
        var texts = new TextDocuments(lines);
        for (var type : types) {
            all.addAll(
                    switch (type) {
                        case TextDocuments.TEXT -> texts.texts();
                        case TextDocuments.CSV -> texts.tables();
                        case TextDocuments.NDJSON -> texts.jsonLines();
                        case PdfDocuments.PDF -> new PdfDocuments(lines, trap).all();
                        case OfficeDocuments.DOCX -> office.words();
                        case OfficeDocuments.XLSX -> office.sheets();
                        default -> List.<HostileDocument>of();
                    });
        }
        return all;
    }
}
