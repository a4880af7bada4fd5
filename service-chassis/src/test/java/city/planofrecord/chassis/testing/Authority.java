package city.planofrecord.chassis.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** An authority that issues certificates to servers on this machine, by the JDK's keytool; all it knows is in one folder. */
public final class Authority {

    /** Of every store that is made here; nothing that ships knows it. */
    static final String PASSWORD = "only-in-tests";

    private static final String STORE_TYPE = "PKCS12";

    private final Path folder;
    private final Path store;

    private Authority(Path folder) {
        this.folder = folder;
        this.store = folder.resolve("authority.p12");
    }

    /**
     * What a server shows, and what it keeps to itself.
     *
     * @param chain its certificate and the authority's (PEM)
     * @param key (PEM, PKCS 8)
     * @param both the key and the chain in one file (PEM)
     * @param store the same (PKCS 12), under {@link #PASSWORD}
     */
    public record Issued(Path chain, Path key, Path both, Path store) {

        /** For a server in this JVM. */
        public SSLContext context() {
            try (var in = Files.newInputStream(store)) {
                var keys = KeyStore.getInstance(STORE_TYPE);
                keys.load(in, PASSWORD.toCharArray());
                var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
                managers.init(keys, PASSWORD.toCharArray());
                var context = SSLContext.getInstance("TLS");
                context.init(managers.getKeyManagers(), null, null);
                return context;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** For a client in this JVM that knows servers of this authority and no others. */
    public SSLContext trusted() {
        try (var in = Files.newInputStream(certificate())) {
            var store = KeyStore.getInstance(STORE_TYPE);
            store.load(null, null);
            store.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(in));
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Authority in(Path folder) {
        try {
            var authority = new Authority(Files.createDirectories(folder));
            authority.keytool(
                    "-genkeypair",
                    "-alias",
                    "authority",
                    "-keyalg",
                    "EC",
                    "-groupname",
                    "secp256r1",
                    "-dname",
                    "CN=Authority of tests " + folder.getFileName(),
                    "-validity",
                    "2",
                    "-ext",
                    "bc:c",
                    "-ext",
                    "ku:c=keyCertSign,cRLSign",
                    "-keystore",
                    authority.store.toString());
            authority.keytool(
                    "-exportcert",
                    "-rfc",
                    "-alias",
                    "authority",
                    "-keystore",
                    authority.store.toString(),
                    "-file",
                    authority.certificate().toString());
            return authority;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The authority's own certificate, by which clients know its servers (PEM). */
    public Path certificate() {
        return folder.resolve("authority.pem");
    }

    /**
     * For a server.
     *
     * @param names as in {@code ip:127.0.0.1,dns:localhost}: by which clients call it
     */
    public Issued issue(String alias, String names) {
        var server = folder.resolve(alias + ".p12");
        var request = folder.resolve(alias + ".csr");
        var certificate = folder.resolve(alias + ".crt");
        keytool(
                "-genkeypair",
                "-alias",
                alias,
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-dname",
                "CN=" + alias,
                "-validity",
                "2",
                "-keystore",
                server.toString());
        keytool("-certreq", "-alias", alias, "-keystore", server.toString(), "-file", request.toString());
        keytool(
                "-gencert",
                "-rfc",
                "-alias",
                "authority",
                "-keystore",
                store.toString(),
                "-infile",
                request.toString(),
                "-outfile",
                certificate.toString(),
                "-validity",
                "2",
                "-ext",
                "san=" + names,
                "-ext",
                "eku=serverAuth");
        keytool(
                "-importcert",
                "-noprompt",
                "-alias",
                "authority",
                "-file",
                certificate().toString(),
                "-keystore",
                server.toString());
        keytool(
                "-importcert",
                "-noprompt",
                "-alias",
                alias,
                "-file",
                certificate.toString(),
                "-keystore",
                server.toString());
        try {
            return files(alias, server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Issued files(String alias, Path server) throws IOException, GeneralSecurityException {
        var keys = KeyStore.getInstance(STORE_TYPE);
        try (var in = Files.newInputStream(server)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        var key = pem("PRIVATE KEY", keys.getKey(alias, PASSWORD.toCharArray()).getEncoded());
        var chain = new StringBuilder();
        for (var one : keys.getCertificateChain(alias)) {
            chain.append(pem("CERTIFICATE", one.getEncoded()));
        }
        return new Issued(
                write(alias + "-chain.pem", chain.toString()),
                write(alias + "-key.pem", key),
                write(alias + ".pem", key + chain),
                server);
    }

    private Path write(String name, String text) throws IOException {
        var file = Files.writeString(folder.resolve(name), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private static String pem(String kind, byte[] bytes) {
        var lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(bytes);
        return "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n";
    }

    private void keytool(String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(Arrays.asList(arguments));
        command.addAll(List.of("-storetype", STORE_TYPE, "-storepass", PASSWORD));
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("keytool " + arguments[0] + ": " + output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
