package city.planofrecord.chassis.document;

import java.time.Duration;

/**
 * What a document may cost before it is refused.
 *
 * @param bytes the size of the body
 * @param characters the characters of its text
 * @param lines the lines of its text
 * @param lineLength the characters of one line
 * @param pages the pages of a PDF
 * @param inflatedBytes what all compressed parts of one document may come to when they are unpacked
 * @param inflationRatio how many times larger than the body that may be, once it is more than a megabyte
 * @param time how long the reading may take
 */
public record DocumentLimits(
        int bytes,
        int characters,
        int lines,
        int lineLength,
        int pages,
        long inflatedBytes,
        int inflationRatio,
        Duration time) {

    private static final int MEBIBYTE = 1024 * 1024;

    /** What fits a machine with 256 MB of heap: 10 MB, 300 pages, 5 seconds. */
    public static DocumentLimits standard() {
        return new DocumentLimits(
                10 * MEBIBYTE, 10 * MEBIBYTE, 200_000, 100_000, 300, 64L * MEBIBYTE, 200, Duration.ofSeconds(5));
    }
}
