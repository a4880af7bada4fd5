package city.planofrecord.chassis.snapshot;

import com.fasterxml.jackson.core.JsonPointer;

/**
 * A column of a snapshot's CSV, and where its value stands in a row.
 *
 * @param pointer into the row as NDJSON has it
 */
public record Column(String name, JsonPointer pointer, Kind kind) {

    /** How a cell is written. */
    public enum Kind {
        /** Protected from what a spreadsheet makes of texts. */
        TEXT,
        /** As it is: dates, instants and amounts, which a spreadsheet is to read as such. */
        VALUE,
        /** An object or a list, as JSON. */
        JSON
    }

    /** A text that stands under the column's name. */
    public static Column text(String name) {
        return new Column(name, JsonPointer.compile("/" + name), Kind.TEXT);
    }

    /** A date, an instant or an amount that stands under the column's name. */
    public static Column value(String name) {
        return value(name, "/" + name);
    }

    public static Column value(String name, String pointer) {
        return new Column(name, JsonPointer.compile(pointer), Kind.VALUE);
    }

    public static Column text(String name, String pointer) {
        return new Column(name, JsonPointer.compile(pointer), Kind.TEXT);
    }

    /** An object or a list that stands under the column's name. */
    public static Column json(String name) {
        return new Column(name, JsonPointer.compile("/" + name), Kind.JSON);
    }
}
