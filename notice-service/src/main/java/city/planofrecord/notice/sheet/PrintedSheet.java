package city.planofrecord.notice.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.sheet.Block.Fields;
import city.planofrecord.notice.sheet.Block.Heading;
import city.planofrecord.notice.sheet.Block.Subheading;

/** A sheet as PDF on letter paper. */
final class PrintedSheet {

    private static final float TEXT = 9.5f;
    private static final float LABEL = 76;
    private static final float INDENT = 14;

    /** What a heading needs below it, so that it does not stand alone at the end of a page. */
    private static final float KEEP = 60;

    private final Pages pages;

    private PrintedSheet(Pages pages) {
        this.pages = pages;
    }

    static byte[] of(Sheet sheet) {
        try (var document = new PDDocument()) {
            var information = document.getDocumentInformation();
            information.setTitle(Legible.line(sheet.name()));
            information.setProducer("Plan of Record");
            // By default the identifier is made of the time, and no two renderings would be equal.
            document.setDocumentId(1L);
            var catalog = document.getDocumentCatalog();
            catalog.setLanguage("en-US");
            var preferences = new PDViewerPreferences(new COSDictionary());
            preferences.setDisplayDocTitle(true);
            catalog.setViewerPreferences(preferences);
            var pages = new Pages(document);
            try (pages) {
                var printed = new PrintedSheet(pages);
                var blocks = sheet.blocks();
                for (var i = 0; i < blocks.size(); i++) {
                    printed.add(blocks.get(i), i + 1 < blocks.size() ? blocks.get(i + 1) : null);
                }
            }
            pages.feet(sheet.foot());
            var bytes = new ByteArrayOutputStream();
            document.save(bytes, CompressParameters.DEFAULT_COMPRESSION);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a sheet that cannot be rendered", e);
        }
    }

    /** @param next what follows; null at the end */
    private void add(Block block, @Nullable Block next) throws IOException {
        switch (block) {
            case Block.Title title -> {
                pages.centered(title.above(), pages.bold(), 11);
                pages.skip(2);
                pages.centered(title.text(), pages.bold(), 20);
                pages.centered(title.below(), pages.regular(), 12);
                pages.skip(6);
            }
            case Block.Callout callout -> {
                pages.skip(6);
                pages.framed(callout.text(), TEXT + 1);
                pages.skip(4);
            }
            case Heading heading -> {
                pages.skip(12);
                pages.keep(next instanceof Subheading ? 2 * KEEP : KEEP);
                pages.paragraph(heading.text(), pages.bold(), 13, 0, 0);
                pages.rule();
            }
            case Subheading heading -> {
                pages.skip(8);
                pages.keep(
                        next instanceof Block.Table table ? 2 * TEXT + new PrintedTable(pages, table).begins() : KEEP);
                pages.paragraph(heading.text(), pages.bold(), 10.5f, 0, 0);
            }
            case Block.Paragraph paragraph -> {
                pages.skip(4);
                pages.paragraph(paragraph.text(), pages.regular(), TEXT, 0, 0);
            }
            case Block.Entry entry -> {
                pages.skip(2);
                pages.beside("\u2022", pages.regular(), TEXT, 4);
                pages.paragraph(entry.text(), pages.regular(), TEXT, INDENT, 0);
            }
            case Fields fields -> {
                pages.skip(6);
                var indent = indent(fields);
                for (var field : fields.fields()) {
                    pages.skip(2);
                    pages.beside(field.label() + ":", pages.bold(), TEXT, 0);
                    pages.paragraph(field.value(), pages.regular(), TEXT, indent, 0);
                }
            }
            case Block.NewPage _ -> pages.next();
            case Block.Table table -> new PrintedTable(pages, table).print();
        }
    }

    private float indent(Fields fields) {
        var indent = LABEL;
        for (var field : fields.fields()) {
            indent = Math.max(indent, Pages.width(field.label() + ":", pages.bold()) * TEXT + INDENT);
        }
        return indent;
    }
}
