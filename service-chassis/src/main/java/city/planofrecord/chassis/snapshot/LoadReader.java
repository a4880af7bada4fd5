package city.planofrecord.chassis.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.MalformedJson;
import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.chassis.ledger.Authority;

/** Reads what a snapshot of a ledger gives, in either form. */
public final class LoadReader {

    private static final Set<String> AROUND_THE_IMAGE =
            Set.of("id", "effectiveFrom", "effectiveUntil", "recordedAt", "act", "authority", "reason", "endedBy");
    private static final int MOST_VIOLATIONS = 100;

    /** Whoever must change so many things is not helped by more of them. */
    private static final int ENOUGH = 1_000;

    private static final int MOST_ROWS = 200_000;

    private final ObjectMapper json;
    private final List<Violation> violations = new ArrayList<>();

    public LoadReader(ObjectMapper json) {
        this.json = json;
    }

    /**
     * The rows of a body.
     *
     * @param columns that a CSV may have, in any order
     * @throws Refused where it is not of the form, or a row lacks what each must have; names each line and field
     */
    public List<LoadedRow> read(byte[] body, Format format, List<Column> columns) {
        var text = text(body);
        var rows = switch (format) {
            case NDJSON -> lines(text);
            case CSV -> records(text, columns);
        };
        if (rows.isEmpty() && violations.isEmpty()) {
            violations.add(Violation.at("", "there is no row in it", null, "at least one row"));
        }
        requireNone(violations);
        return rows;
    }

    /** @throws Refused where there are any; says that nothing was stored */
    public static void requireNone(List<Violation> violations) {
        if (!violations.isEmpty()) {
            var first = violations.getFirst();
            throw new Refused(
                    ProblemKind.INVALID,
                    "Nothing was stored: " + (violations.size() < ENOUGH ? "" : "at least ") + violations.size()
                            + (violations.size() == 1 ? " thing" : " things") + " must be changed first. The first: "
                            + first.pointer() + " " + first.message() + ".",
                    violations.stream().limit(MOST_VIOLATIONS).toList());
        }
    }

    private static String text(byte[] body) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Refused(
                    ProblemKind.UNREADABLE_DOCUMENT,
                    "The body is not UTF-8 text. Send the snapshot as it was given, or save it as UTF-8.");
        }
    }

    private List<LoadedRow> lines(String text) {
        var rows = new ArrayList<LoadedRow>();
        var number = 0;
        for (var line : (Iterable<String>) text.lines()::iterator) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            if (violations.size() >= ENOUGH) {
                break;
            }
            try {
                if (json.readTree(line) instanceof ObjectNode row) {
                    take(row, number, rows);
                } else {
                    violations.add(
                            Violation.at("/lines/" + number, "is no JSON object", null, "an object on each line"));
                }
            } catch (JsonProcessingException e) {
                violations.addAll(MalformedJson.refusal(e, "/lines/" + number).violations());
            }
        }
        return rows;
    }

    private List<LoadedRow> records(String text, List<Column> columns) {
        var rows = new ArrayList<LoadedRow>();
        try (var reader = CsvReader.builder().skipEmptyLines(true).ofCsvRecord(text)) {
            List<Column> header = List.of();
            for (var csv : reader) {
                if (violations.size() >= ENOUGH) {
                    break;
                }
                if (header.isEmpty()) {
                    header = header(csv, columns);
                } else {
                    take(row(csv, header), Math.toIntExact(csv.getStartingLineNumber()), rows);
                }
            }
        } catch (CsvParseException e) {
            throw new Refused(ProblemKind.UNREADABLE_DOCUMENT, "The body is no CSV: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static List<Column> header(CsvRecord names, List<Column> columns) {
        var known = new HashMap<String, Column>();
        columns.forEach(column -> known.put(column.name(), column));
        var header = new ArrayList<Column>();
        var seen = new HashSet<String>();
        for (var name : names.getFields()) {
            var column = known.get(name.strip());
            if (column == null) {
                throw unreadable(
                        "there is no column '" + name + "'; the columns are " + String.join(", ", known.keySet()));
            }
            if (!seen.add(column.name())) {
                throw unreadable("two columns are named '" + name + "'");
            }
            header.add(column);
        }
        return header;
    }

    private static Refused unreadable(String why) {
        return new Refused(ProblemKind.UNREADABLE_DOCUMENT, "The line of column names cannot be used: " + why + ".");
    }

    private ObjectNode row(CsvRecord csv, List<Column> header) {
        var row = json.createObjectNode();
        for (var i = 0; i < Math.min(header.size(), csv.getFieldCount()); i++) {
            var cell = csv.getField(i);
            if (!cell.isEmpty()) {
                put(row, header.get(i), cell, csv.getStartingLineNumber());
            }
        }
        return row;
    }

    private void put(ObjectNode row, Column column, String cell, long line) {
        var parent = column.pointer().head();
        var at = parent == null || parent.matches() ? row : row.withObject(parent);
        var name = column.pointer().last().getMatchingProperty();
        switch (column.kind()) {
            case TEXT -> {
                if (SpreadsheetCell.isFormula(cell)) {
                    violations.add(Violation.at(
                            "/lines/" + line + "/" + column.name(),
                            "is a formula to a spreadsheet",
                            null,
                            "its result, or an apostrophe before a text that begins so"));
                }
                at.put(name, SpreadsheetCell.read(cell));
            }
            case VALUE -> at.put(name, cell.strip());
            case JSON -> {
                try {
                    at.set(name, json.readTree(cell.startsWith("'") ? cell.substring(1) : cell));
                } catch (JsonProcessingException e) {
                    violations.addAll(MalformedJson.refusal(e, "/lines/" + line + "/" + column.name())
                            .violations());
                }
            }
        }
    }

    private void take(ObjectNode row, int line, List<LoadedRow> rows) {
        var from = date(row, "effectiveFrom", line);
        var until = date(row, "effectiveUntil", line);
        if (from == null) {
            if (!row.hasNonNull("effectiveFrom")) {
                violations.add(Violation.at("/lines/" + line + "/effectiveFrom", "is missing", null, "a date"));
            }
            return;
        }
        if (rows.size() == MOST_ROWS) {
            throw new Refused(
                    ProblemKind.TOO_LARGE,
                    "There are more than " + MOST_ROWS + " rows. Send them in parts, all rows of a thing in one part.");
        }
        var ended = row.path("endedBy");
        var image = new HashMap<String, JsonNode>();
        row.properties().forEach(field -> {
            if (!AROUND_THE_IMAGE.contains(field.getKey()) && !field.getValue().isNull()) {
                image.put(field.getKey(), field.getValue());
            }
        });
        rows.add(new LoadedRow(
                line,
                row.hasNonNull("id") ? row.get("id").asText() : null,
                from,
                until,
                Map.copyOf(image),
                authority(row, line, "authority"),
                row.hasNonNull("reason") ? row.get("reason").asText() : null,
                ended.isObject() ? end((ObjectNode) ended, line) : null));
    }

    private LoadedRow.@Nullable End end(ObjectNode ended, int line) {
        var authority = authority(ended, line, "endedBy/authority");
        if (authority == null) {
            return null;
        }
        var set = new HashMap<String, JsonNode>();
        ended.properties().forEach(field -> {
            if (!field.getKey().equals("authority") && !field.getKey().equals("reason")) {
                set.put(field.getKey(), field.getValue());
            }
        });
        return new LoadedRow.End(
                authority, ended.hasNonNull("reason") ? ended.get("reason").asText() : null, Map.copyOf(set));
    }

    private @Nullable Authority authority(ObjectNode of, int line, String field) {
        if (!of.hasNonNull("authority")) {
            return null;
        }
        try {
            return json.treeToValue(of.get("authority"), Authority.class);
        } catch (JsonProcessingException e) {
            violations.addAll(
                    MalformedJson.refusal(e, "/lines/" + line + "/" + field).violations());
            return null;
        }
    }

    private @Nullable LocalDate date(ObjectNode row, String field, int line) {
        if (!row.hasNonNull(field)) {
            return null;
        }
        var text = row.get(field).asText();
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            violations.add(
                    Violation.at("/lines/" + line + "/" + field, "is no date", text, "a date such as 2011-04-10"));
            return null;
        }
    }
}
