package city.planofrecord.chassis.snapshot;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import org.jspecify.annotations.Nullable;

/** The bytes of a snapshot. A page of rows is read when the one before has been taken; no more is ever held. */
final class SnapshotStream extends InputStream {

    private static final int PAGE = 500;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Snapshot snapshot;
    private final Format format;
    private final ObjectMapper json;
    private InputStream page = InputStream.nullInputStream();
    private @Nullable ObjectNode last;
    private boolean begun;
    private boolean ended;
    private long rows;

    SnapshotStream(Snapshot snapshot, Format format, ObjectMapper json) {
        this.snapshot = snapshot;
        this.format = format;
        this.json = json;
    }

    /** How many rows were read so far. */
    long rows() {
        return rows;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var read = page.read(buffer, offset, length);
        while (read < 0 && !ended) {
            page = nextPage();
            read = page.read(buffer, offset, length);
        }
        return read;
    }

    private InputStream nextPage() throws IOException {
        var found = snapshot.rows().after(last, PAGE);
        ended = found.size() < PAGE;
        if (!found.isEmpty()) {
            last = found.getLast();
        }
        rows += found.size();
        var bytes = new ByteArrayOutputStream();
        try (var text = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
            switch (format) {
                case CSV -> writeRecords(found, text);
                case NDJSON -> writeLines(found, text);
            }
        }
        begun = true;
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    /** The first page begins with a byte order mark, without which spreadsheets take UTF-8 for another encoding. */
    private void writeRecords(List<ObjectNode> found, Writer text) throws IOException {
        if (!begun) {
            text.write(BYTE_ORDER_MARK);
        }
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            if (!begun) {
                csv.writeRecord(snapshot.columns().stream().map(Column::name).toList());
            }
            for (var row : found) {
                csv.writeRecord(snapshot.columns().stream()
                        .map(column -> cell(row, column))
                        .toList());
            }
        }
    }

    private static String cell(ObjectNode row, Column column) {
        var value = row.at(column.pointer());
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        return switch (column.kind()) {
            case TEXT -> SpreadsheetCell.of(value.asText());
            case VALUE -> value.asText();
            case JSON -> SpreadsheetCell.ofJson(value.toString());
        };
    }

    private void writeLines(List<ObjectNode> found, Writer text) throws IOException {
        for (var row : found) {
            text.write(json.writeValueAsString(row));
            text.write('\n');
        }
    }
}
