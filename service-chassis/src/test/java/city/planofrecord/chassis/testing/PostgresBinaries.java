package city.planofrecord.chassis.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.ArchUtils;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once from the archive on the class path. */
record PostgresBinaries(Path home) {

    /**
     * Unpacks into a folder of {@code parent} named for the archive's content, unless it is there already. Safe to
     * call from several processes at once.
     */
    static PostgresBinaries in(Path parent) throws IOException {
        createOwned(parent);
        byte[] archive;
        try (var in = archive()) {
            archive = in.readAllBytes();
        }
        var home = parent.resolve("postgresql-" + digest(archive));
        if (!Files.isDirectory(home)) {
            unpack(archive, home);
        }
        return new PostgresBinaries(home);
    }

    /** A folder for the current user among the machine's temporary files. */
    static Path amongTemporaryFiles() {
        var user = System.getProperty("user.name").replaceAll("\\W", "_");
        return Path.of(System.getProperty("java.io.tmpdir"), "plan-of-record-postgresql-" + user);
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    private static InputStream archive() throws IOException {
        var machine = ArchUtils.normalize(System.getProperty("os.arch"));
        return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system(), machine);
    }

    private static String system() {
        var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.contains("mac") ? "Darwin" : name.contains("windows") ? "Windows" : "Linux";
    }

    private static void unpack(byte[] archive, Path home) throws IOException {
        var parent = home.toAbsolutePath().getParent();
        var fresh = Files.createTempDirectory(parent, "unpacking-");
        try (var tar = new TarArchiveInputStream(
                new XZInputStream(new BufferedInputStream(new ByteArrayInputStream(archive))))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var target = fresh.resolve(entry.getName()).normalize();
                if (!target.startsWith(fresh)) {
                    throw new IOException("The PostgreSQL archive names a file outside itself: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                    continue;
                }
                Files.createDirectories(target.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, target);
                    Files.setPosixFilePermissions(
                            target,
                            PosixFilePermissions.fromString((entry.getMode() & 0100) == 0 ? "rw-r--r--" : "rwxr-xr-x"));
                }
            }
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException | AtomicMoveNotSupportedException e) {
            if (!Files.isDirectory(home)) {
                throw e;
            }
            Folders.delete(fresh);
        }
    }

    private static void createOwned(Path directory) throws IOException {
        Files.createDirectories(directory.toAbsolutePath().getParent());
        try {
            Files.createDirectory(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        } catch (FileAlreadyExistsException e) {
            var probe = Files.createTempFile(directory, "owner-", null);
            try {
                if (!Files.getOwner(directory).equals(Files.getOwner(probe))) {
                    throw new IOException(directory + " belongs to another user; remove it or set java.io.tmpdir", e);
                }
            } finally {
                Files.delete(probe);
            }
        }
    }

    private static String digest(byte[] archive) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(archive), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
