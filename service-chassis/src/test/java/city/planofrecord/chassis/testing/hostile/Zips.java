package city.planofrecord.chassis.testing.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives that unpack to far more than they seem, or to something else. */
final class Zips {

    private static final int MIB = 1024 * 1024;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;

    private Zips() {}

    /** An ordinary archive. */
    static byte[] of(Map<String, byte[]> parts) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /**
     * @param parts those of a harmless document
     * @param main the name of the part that is read
     */
    static Map<String, Supplier<byte[]>> hostile(Map<String, byte[]> parts, String main) {
        var all = new LinkedHashMap<String, Supplier<byte[]>>();
        all.put("a bomb of 70 MB of zeros", () -> with(parts, "media/image1.bin", new byte[70 * MIB]));
        all.put("a bomb in the part that is read", () -> with(parts, main, new byte[70 * MIB]));
        all.put("bombs in bombs", () -> with(parts, "inner.zip", nested(6)));
        all.put("20,000 parts", () -> of(many(parts, 20_000)));
        all.put("parts upon one another", () -> overlapping(parts, 5_000));
        all.put("sizes that are lies", () -> lying(of(parts), 1));
        all.put("sizes of four gigabytes", () -> lying(of(parts), 0xFFFFFFFE));
        all.put("names that lead out of the folder", () -> named(parts, "../../../../tmp/planofrecord-was-here"));
        all.put("a name from the root", () -> named(parts, "/tmp/planofrecord-was-here"));
        all.put("a name with a zero", () -> named(parts, "word/document.xml\0.png"));
        all.put("a name of 60,000 letters", () -> named(parts, "a".repeat(60_000)));
        all.put("a part that is protected", () -> flagged(of(parts), 1));
        all.put("a method that nobody knows", () -> method(of(parts), 99));
        all.put("half of it", () -> java.util.Arrays.copyOf(of(parts), of(parts).length / 2));
        all.put("all but its directory", () -> withoutDirectory(of(parts)));
        all.put("another archive behind it", () -> joined(of(parts), of(Map.of("a", new byte[1]))));
        all.put("nothing in it", () -> of(Map.of()));
        all.put("noise that begins as an archive", () -> joined(new byte[] {'P', 'K', 3, 4}, noise(MIB)));
        return all;
    }

    private static byte[] with(Map<String, byte[]> parts, String name, byte[] content) {
        var more = new LinkedHashMap<>(parts);
        more.put(name, content);
        return of(more);
    }

    private static byte[] named(Map<String, byte[]> parts, String name) {
        return with(parts, name, "x".getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] nested(int levels) {
        var inner = of(Map.of("zeros", new byte[10 * MIB]));
        for (var level = 0; level < levels; level++) {
            var parts = new LinkedHashMap<String, byte[]>();
            for (var copy = 0; copy < 10; copy++) {
                parts.put(level + "-" + copy + ".zip", inner);
            }
            inner = of(parts);
        }
        return inner;
    }

    private static Map<String, byte[]> many(Map<String, byte[]> parts, int count) {
        var all = new LinkedHashMap<>(parts);
        for (var i = 0; i < count; i++) {
            all.put("part" + i, new byte[0]);
        }
        return all;
    }

    /** One compressed stream that the directory names many times, as if each were a part of its own. */
    private static byte[] overlapping(Map<String, byte[]> parts, int count) {
        var kernel = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(kernel)) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            zip.putNextEntry(new ZipEntry("k"));
            zip.write(new byte[MIB]);
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var archive = joined(of(parts), kernel.toByteArray());
        var start = of(parts).length;
        var directory = ByteBuffer.wrap(kernel.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
        var entry = indexOf(directory, CENTRAL);
        var header = new byte[46 + 1];
        directory.get(entry, header);
        var out = new ByteArrayOutputStream();
        out.writeBytes(archive);
        var begin = out.size();
        for (var i = 0; i < count; i++) {
            var name = ("part" + i).getBytes(StandardCharsets.US_ASCII);
            var fields = ByteBuffer.wrap(header.clone()).order(ByteOrder.LITTLE_ENDIAN);
            fields.putShort(28, (short) name.length).putInt(42, start);
            out.write(fields.array(), 0, 46);
            out.writeBytes(name);
        }
        var size = out.size() - begin;
        out.writeBytes(ByteBuffer.allocate(22)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(END)
                .putInt(0)
                .putShort((short) count)
                .putShort((short) count)
                .putInt(size)
                .putInt(begin)
                .putShort((short) 0)
                .array());
        return out.toByteArray();
    }

    private static byte[] lying(byte[] archive, int size) {
        return directory(archive, (fields, at) -> fields.putInt(at + 20, size).putInt(at + 24, size));
    }

    private static byte[] flagged(byte[] archive, int flag) {
        var fields = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
        fields.putShort(6, (short) (fields.getShort(6) | flag));
        return directory(archive, (all, at) -> all.putShort(at + 8, (short) (all.getShort(at + 8) | flag)));
    }

    private static byte[] method(byte[] archive, int method) {
        ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN).putShort(8, (short) method);
        return directory(archive, (fields, at) -> fields.putShort(at + 10, (short) method));
    }

    private interface Change {
        void at(ByteBuffer fields, int at);
    }

    private static byte[] directory(byte[] archive, Change change) {
        var fields = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
        for (var at = 0; at + 46 < archive.length; at++) {
            if (fields.getInt(at) == CENTRAL) {
                change.at(fields, at);
            }
        }
        return archive;
    }

    private static byte[] withoutDirectory(byte[] archive) {
        return java.util.Arrays.copyOf(
                archive, indexOf(ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN), CENTRAL));
    }

    private static int indexOf(ByteBuffer fields, int signature) {
        for (var at = 0; at + 4 <= fields.capacity(); at++) {
            if (fields.getInt(at) == signature) {
                return at;
            }
        }
        throw new IllegalArgumentException("no directory");
    }

    static byte[] joined(byte[] first, byte[] second) {
        var joined = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    /** Bytes without a pattern, the same each time. */
    static byte[] noise(int length) {
        var bytes = new byte[length];
        new java.util.Random(1341).nextBytes(bytes);
        return bytes;
    }
}
