package city.planofrecord.chassis.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A PostgreSQL server as a process of its own, listening on 127.0.0.1 only, its data in a folder that outlives it.
 *
 * <p>Every role has a password, kept in that folder for the next start. Nothing stops the server by itself when this
 * JVM ends: whoever starts it closes it.
 */
public final class PostgresServer implements AutoCloseable {

    /**
     * What to start and where.
     *
     * @param tls what the server shows to clients, which it then takes over TLS only
     */
    public record Settings(
            Path folder, int port, Path programs, Path log, boolean durable, Optional<Authority.Issued> tls) {

        /** A server that keeps what was committed through a crash of the machine; any free port where it is 0. */
        public static Settings in(Path folder, int port) {
            return new Settings(
                    folder,
                    port,
                    PostgresBinaries.amongTemporaryFiles(),
                    folder.resolve("postgresql.log"),
                    true,
                    Optional.empty());
        }

        /** The folder that PostgreSQL's programs are unpacked into, if they are not there yet. */
        public Settings programsIn(Path programs) {
            return new Settings(folder, port, programs, log, durable, tls);
        }

        public Settings logTo(Path log) {
            return new Settings(folder, port, programs, log, durable, tls);
        }

        /** Faster, and what was committed may be lost with the machine: for tests. */
        public Settings notDurable() {
            return new Settings(folder, port, programs, log, false, tls);
        }

        /** Takes connections over TLS only. */
        public Settings showing(Authority.Issued certificate) {
            return new Settings(folder, port, programs, log, durable, Optional.of(certificate));
        }
    }

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final String SUPERUSER = "postgres";

    private final Path cluster;
    private final int port;
    private final Passwords passwords;
    private final PostgresBinaries programs;
    private final OrdinaryUser user;
    private final Process process;

    private PostgresServer(Settings settings) throws IOException {
        Files.createDirectories(settings.folder());
        cluster = settings.folder().toAbsolutePath().resolve("cluster");
        port = FreePort.orGiven(settings.port());
        passwords = Passwords.in(settings.folder());
        user = OrdinaryUser.find();
        programs = PostgresBinaries.in(user.programsIn(settings.programs()));
        if (!Files.exists(cluster.resolve("PG_VERSION"))) {
            initialise(settings);
        }
        Files.createDirectories(settings.log().toAbsolutePath().getParent());
        var command = command(settings.durable());
        if (settings.tls().isPresent()) {
            takeTlsOnly(settings.tls().get(), command);
        }
        process = new ProcessBuilder(user.command(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(settings.log().toFile()))
                .start();
        process.getOutputStream().close();
        awaitStart(settings.log());
    }

    /** A durable server on the given port, or on a free one where it is 0. */
    public static PostgresServer start(Path folder, int port) {
        return start(Settings.in(folder, port));
    }

    /** Starts the server and returns when it answers. Throws when it does not, with nothing left running. */
    public static PostgresServer start(Settings settings) {
        try {
            return new PostgresServer(settings);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not be started in " + settings.folder(), e);
        }
    }

    /**
     * Stops the server that an earlier process left running on this folder, if there is one.
     *
     * @return whether there was
     */
    public static boolean stopLeftBehind(Settings settings) {
        var cluster = settings.folder().toAbsolutePath().resolve("cluster");
        var left = processOf(cluster);
        if (left.isEmpty()) {
            return false;
        }
        try {
            var user = OrdinaryUser.find();
            stop(cluster, PostgresBinaries.in(user.programsIn(settings.programs())), user, left.get());
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not be stopped in " + settings.folder(), e);
        }
        return true;
    }

    public int port() {
        return port;
    }

    /** Completed when the server ends, however it ends. */
    public CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** The database of that name with its two roles and their rights; created where it is not there yet. */
    public ServiceDatabase createServiceDatabase(String name) {
        return new ServiceDatabases(this, passwords).create(name);
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** A connection that may do everything, for setting up and for looking on in tests. */
    public Connection connectAsSuperuser(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), SUPERUSER, passwords.of(SUPERUSER));
    }

    /** Ends open sessions and stops the server; the data stay. Nothing happens where it is stopped already. */
    public void stop() {
        if (!process.isAlive()) {
            return;
        }
        try {
            stop(cluster, programs, user, process.toHandle());
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not be stopped in " + cluster, e);
        }
    }

    @Override
    public void close() {
        stop();
    }

    private void initialise(Settings settings) throws IOException {
        Files.createDirectories(cluster);
        Files.setPosixFilePermissions(cluster, PosixFilePermissions.fromString("rwx------"));
        user.own(cluster);
        var passwordFile = Files.createTempFile(settings.folder(), "superuser-", null);
        try {
            Files.writeString(passwordFile, passwords.of(SUPERUSER));
            user.own(passwordFile);
            var command = new ArrayList<>(List.of(
                    programs.program("initdb"),
                    "--pgdata=" + cluster,
                    "--username=" + SUPERUSER,
                    "--pwfile=" + passwordFile.toAbsolutePath(),
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C",
                    "--no-instructions"));
            if (!settings.durable()) {
                command.add("--no-sync");
            }
            run(user.command(command), Duration.ofMinutes(2));
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    private List<String> command(boolean durable) {
        var command = new ArrayList<>(List.of(programs.program("postgres"), "-D", cluster.toString()));
        setting(command, "port", String.valueOf(port));
        setting(command, "listen_addresses", "127.0.0.1");
        setting(command, "unix_socket_directories", "");
        setting(command, "max_connections", "100");
        setting(command, "shared_buffers", "128MB");
        setting(command, "max_wal_size", "512MB");
        setting(command, "jit", "off");
        setting(command, "timezone", "UTC");
        setting(command, "log_timezone", "UTC");
        setting(command, "log_line_prefix", "%m [%p] %d %u ");
        if (!durable) {
            setting(command, "fsync", "off");
            setting(command, "synchronous_commit", "off");
            setting(command, "full_page_writes", "off");
        }
        return command;
    }

    /** The files are copied, since the server reads its key only where it is its own. */
    private void takeTlsOnly(Authority.Issued certificate, List<String> command) throws IOException {
        var chain = copied(certificate.chain(), "server.crt");
        var key = copied(certificate.key(), "server.key");
        var access =
                Files.writeString(cluster.resolve("tls-only.conf"), "hostssl all all 127.0.0.1/32 scram-sha-256\n");
        user.own(access);
        setting(command, "ssl", "on");
        setting(command, "ssl_cert_file", chain.toString());
        setting(command, "ssl_key_file", key.toString());
        setting(command, "ssl_min_protocol_version", "TLSv1.2");
        setting(command, "hba_file", access.toString());
    }

    private Path copied(Path file, String name) throws IOException {
        var copy = Files.copy(file, cluster.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-------"));
        user.own(copy);
        return copy;
    }

    private static void setting(List<String> command, String name, String value) {
        command.add("-c");
        command.add(name + "=" + value);
    }

    private void awaitStart(Path log) throws IOException {
        var deadline = System.nanoTime() + START.toNanos();
        try {
            while (System.nanoTime() < deadline) {
                try (var connection = connectAsSuperuser("postgres")) {
                    if (connection.isValid(5)) {
                        return;
                    }
                } catch (SQLException notYet) {
                    if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                        throw new IOException("PostgreSQL ended with exit code " + process.exitValue()
                                + " while it started. Its log: " + log);
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        throw new IOException("PostgreSQL did not answer within " + START.toSeconds() + " s. Its log: " + log);
    }

    private static Optional<ProcessHandle> processOf(Path cluster) {
        var file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            var pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
            return ProcessHandle.of(pid)
                    .filter(handle -> handle.info().command().orElse("").endsWith("postgres"));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static void stop(Path cluster, PostgresBinaries programs, OrdinaryUser user, ProcessHandle process)
            throws IOException {
        try {
            run(
                    user.command(List.of(
                            programs.program("pg_ctl"),
                            "stop",
                            "--pgdata=" + cluster,
                            "--mode=fast",
                            "--timeout=" + STOP.toSeconds(),
                            "--silent")),
                    STOP.plusSeconds(5));
            process.onExit().get(5, TimeUnit.SECONDS);
        } catch (IOException | ExecutionException | TimeoutException e) {
            process.destroyForcibly();
            if (process.isAlive()) {
                process.onExit().completeOnTimeout(process, 5, TimeUnit.SECONDS).join();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static void run(List<String> command, Duration limit) throws IOException {
        var output = Files.createTempFile("postgresql-", ".out");
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new IOException(command.getFirst() + " took longer than " + limit.toSeconds() + " s");
            }
            if (process.exitValue() != 0) {
                throw new IOException(String.join(" ", command) + " ended with exit code " + process.exitValue() + ": "
                        + Files.readString(output).strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for " + command.getFirst(), e);
        } finally {
            Files.deleteIfExists(output);
        }
    }
}
