package city.planofrecord.notice.sheet;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a sheet says, in order. The same sheet gives the same bytes, as text and as PDF, whenever and wherever it is rendered.
 *
 * @param name what the document is called
 * @param foot what stands at the foot of every page beside its number
 */
public record Sheet(String name, String foot, List<Block> blocks) {

    public Sheet {
        blocks = List.copyOf(blocks);
    }

    /** The sheet as plain text in UTF-8, lines of at most 80 characters where words allow it. */
    public byte[] text() {
        return PlainSheet.of(this).getBytes(StandardCharsets.UTF_8);
    }

    /** The sheet as PDF on letter paper. */
    public byte[] pdf() {
        return PrintedSheet.of(this);
    }
}
