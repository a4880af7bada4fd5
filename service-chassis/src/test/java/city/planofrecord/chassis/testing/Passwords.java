package city.planofrecord.chassis.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** The passwords of one server's roles: made at random when first asked for, kept in a file that only its owner reads. */
final class Passwords {

    private final Path file;
    private final Properties known = new Properties();

    private Passwords(Path file) {
        this.file = file;
    }

    static Passwords in(Path folder) throws IOException {
        var passwords = new Passwords(folder.toAbsolutePath().resolve("passwords.properties"));
        if (Files.exists(passwords.file)) {
            try (var in = Files.newBufferedReader(passwords.file)) {
                passwords.known.load(in);
            }
        }
        return passwords;
    }

    synchronized String of(String role) {
        var password = known.getProperty(role);
        if (password != null) {
            return password;
        }
        var random = new byte[24];
        new SecureRandom().nextBytes(random);
        var made = HexFormat.of().formatHex(random);
        known.setProperty(role, made);
        store();
        return made;
    }

    private void store() {
        try {
            var fresh = Files.createTempFile(
                    file.getParent(),
                    "passwords-",
                    null,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (var out = Files.newBufferedWriter(fresh)) {
                known.store(out, null);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The passwords of PostgreSQL's roles could not be kept in " + file, e);
        }
    }
}
