package city.planofrecord.notice.noticedocument;

/** Lines of the whole document, counted from 1, both ends included. */
public record Lines(int from, int to) {

    public Lines {
        if (from < 1 || to < from) {
            throw new IllegalArgumentException("No lines from " + from + " to " + to);
        }
    }

    /** The shortest span that holds both. */
    public Lines and(Lines other) {
        return new Lines(Math.min(from, other.from), Math.max(to, other.to));
    }
}
