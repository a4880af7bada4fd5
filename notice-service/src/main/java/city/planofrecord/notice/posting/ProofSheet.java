package city.planofrecord.notice.posting;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.sheet.Block;
import city.planofrecord.notice.sheet.Block.Field;
import city.planofrecord.notice.sheet.Block.Paragraph;
import city.planofrecord.notice.sheet.Sheet;
import city.planofrecord.notice.sheet.Wording;

/** The proof of posting in words, to be filed and, where that is asked for, signed. */
final class ProofSheet {

    private static final String TO_FILL_IN = "_".repeat(40);

    private ProofSheet() {}

    static Sheet of(ProofOfPosting proof, ZoneId zone) {
        var name = "Proof of posting of Classification Notice No. " + proof.number()
                + (proof.edition() == 1 ? "" : ", edition " + proof.edition());
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Title(
                "PROOF OF POSTING",
                "Classification Notice No. " + proof.number(),
                proof.edition() == 1 ? "" : "Edition " + proof.edition()));
        var fields = new ArrayList<Field>();
        add(fields, "Subject", proof.subject());
        add(fields, "Dated", proof.date() == null ? null : Wording.date(proof.date()));
        add(fields, "Posted", "at " + Wording.time(proof.postedAt(), zone));
        add(
                fields,
                "Recorded",
                (proof.recordedBy() == null ? "" : "by the " + proof.recordedBy() + ", ") + "at "
                        + Wording.time(proof.recordedAt().atZone(zone).toOffsetDateTime(), zone));
        blocks.add(new Block.Fields(fields));
        blocks.add(new Block.Heading("Where it was posted"));
        proof.places().forEach(place -> blocks.add(new Block.Entry(place)));
        until(proof, blocks);
        hashes(proof, blocks);
        blocks.add(new Block.Heading("Certified"));
        blocks.add(new Block.Fields(List.of(
                new Field("Signature", TO_FILL_IN),
                new Field("Name, office", TO_FILL_IN),
                new Field("Date", TO_FILL_IN))));
        return new Sheet(name, name, blocks);
    }

    private static void until(ProofOfPosting proof, List<Block> blocks) {
        var day = proof.until().value();
        blocks.add(new Block.Heading("Until when it had to remain posted"));
        if (day != null) {
            blocks.add(new Paragraph("At least through " + Wording.day(day) + ", by "
                    + proof.until().citation() + ":"));
        }
        proof.until().steps().forEach(step -> blocks.add(new Block.Entry(step)));
    }

    private static void hashes(ProofOfPosting proof, List<Block> blocks) {
        var fields = new ArrayList<Field>();
        add(fields, "Document", proof.sha256().document());
        add(fields, "Text sheet", proof.sha256().text());
        add(fields, "PDF sheet", proof.sha256().pdf());
        if (!fields.isEmpty()) {
            blocks.add(new Block.Heading("What was posted, by its SHA-256"));
            blocks.add(new Block.Fields(fields));
        }
    }

    private static void add(List<Field> fields, String label, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            fields.add(new Field(label, value));
        }
    }
}
