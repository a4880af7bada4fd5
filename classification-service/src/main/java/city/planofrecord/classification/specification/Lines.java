package city.planofrecord.classification.specification;

/**
 * A span of lines of the whole document.
 *
 * @param from the first, counted from 1
 * @param to the last, inclusive
 */
public record Lines(int from, int to) {

    public Lines {
        if (from < 1 || to < from) {
            throw new IllegalArgumentException("No span of lines: %d to %d".formatted(from, to));
        }
    }

    Lines through(Lines other) {
        return new Lines(Math.min(from, other.from), Math.max(to, other.to));
    }

    static Lines at(int line) {
        return new Lines(line, line);
    }
}
