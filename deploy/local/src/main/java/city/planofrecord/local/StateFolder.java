package city.planofrecord.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Function;

import city.planofrecord.chassis.testing.Folders;
import city.planofrecord.chassis.testing.PostgresServer;

/** Where the local system keeps what outlives it: data, logs, the clock, and what is running. */
record StateFolder(Path root) {

    private static final String PERSONAL_DATA_KEY = "personal-data-key";

    Path log(String process) {
        return root.resolve("logs").resolve(process + ".log");
    }

    Path postgresql() {
        return root.resolve("postgresql");
    }

    PostgresServer.Settings postgresql(int port) {
        return PostgresServer.Settings.in(postgresql(), port)
                .programsIn(root.resolve("programs"))
                .logTo(log("postgresql"));
    }

    Path kafka() {
        return root.resolve("kafka");
    }

    Path clock() {
        return root.resolve("clock");
    }

    /** The key of the audit trail, as hexadecimal digits. */
    String auditKey() throws IOException {
        return secret("audit-key", key -> HexFormat.of().formatHex(key));
    }

    /** The key that seals names and addresses in this folder, with its id. */
    String personalDataKey() throws IOException {
        return secret(PERSONAL_DATA_KEY, key -> "local:" + Base64.getEncoder().encodeToString(key));
    }

    /** A key in a file that only its owner reads: made at random when first asked for. */
    private String secret(String name, Function<byte[], String> written) throws IOException {
        var file = root.resolve(name);
        if (!Files.exists(file)) {
            var key = new byte[32];
            new SecureRandom().nextBytes(key);
            var fresh = Files.createTempFile(
                    root,
                    name + "-",
                    null,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, written.apply(key) + "\n");
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }

    /** How many of the requests of the plan have been answered well. */
    Path openingProgress() {
        return root.resolve("opening-requests-done");
    }

    /** Which plan was begun to be loaded. */
    Path plan() {
        return root.resolve("plan");
    }

    /** Where a JVM keeps its loaded classes for the next start. One made from an older jar is removed: it is of no use. */
    Path sharedArchive(String process, Path jar) throws IOException {
        var archive = root.resolve("cds").resolve(process + ".jsa");
        if (Files.exists(archive) && Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(jar)) < 0) {
            Files.delete(archive);
        }
        return archive;
    }

    /** A line for each running process, its name and process id: what is to be stopped when we are gone. */
    Path children() {
        return root.resolve("run").resolve("children");
    }

    Path lock() {
        return root.resolve("run").resolve("lock");
    }

    Path pid() {
        return root.resolve("run").resolve("pid");
    }

    /** The page on which browsers log in; written at every start. */
    Path loginPage() {
        return root.resolve("run").resolve("login.html");
    }

    /** There while the system is ready; holds what to show to who asks. */
    Path ready() {
        return root.resolve("run").resolve("ready");
    }

    boolean hasData() {
        return Files.exists(postgresql());
    }

    void createFolders() throws IOException {
        for (var folder : new String[] {"logs", "run", "cds"}) {
            Files.createDirectories(root.resolve(folder));
        }
    }

    /** Removes what was recorded, and the clock; logs stay. */
    void removeData() throws IOException {
        for (var data :
                new Path[] {postgresql(), root.resolve(PERSONAL_DATA_KEY), kafka(), clock(), openingProgress(), plan()
                }) {
            Folders.delete(data);
        }
    }

    /** Puts the log of the start before aside, and that of the one before it away. */
    void rollLog(String process) throws IOException {
        var log = log(process);
        if (Files.exists(log)) {
            Files.move(log, log(process + ".previous"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
