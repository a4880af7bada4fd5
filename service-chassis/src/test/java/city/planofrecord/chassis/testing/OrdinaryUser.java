package city.planofrecord.chassis.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How to run a program that refuses to be root, which PostgreSQL is.
 *
 * <p>Where we are not root nothing is put in front. Where we are, a user namespace of its own makes the program see an
 * ordinary user while its files stay ours; where the kernel or a container forbids that, it becomes {@code nobody},
 * who keeps the right to pass folders that only root may enter, and owns the data.
 */
sealed interface OrdinaryUser {

    List<String> command(List<String> program);

    /** To be called with each folder the program must own, before it runs. */
    void own(Path folder) throws IOException;

    /** Where that user can run programs that would otherwise be unpacked into {@code wanted}. */
    Path programsIn(Path wanted);

    static OrdinaryUser find() {
        if (!"0".equals(outputOf("id", "-u"))) {
            return new Ourselves();
        }
        var namespace = new Prefix(List.of("unshare", "--user"), false);
        if (namespace.works()) {
            return namespace;
        }
        var nobody = new Prefix(
                List.of(
                        "setpriv",
                        "--reuid=65534",
                        "--regid=65534",
                        "--clear-groups",
                        "--inh-caps=+dac_override",
                        "--ambient-caps=+dac_override"),
                true);
        if (nobody.works()) {
            return nobody;
        }
        throw new IllegalStateException("PostgreSQL refuses to run as root, and neither 'unshare --user' nor 'setpriv' "
                + "works here to run it as an ordinary user. Start this as an ordinary user.");
    }

    /** The user we are. */
    record Ourselves() implements OrdinaryUser {

        @Override
        public List<String> command(List<String> program) {
            return program;
        }

        @Override
        public void own(Path folder) {}

        @Override
        public Path programsIn(Path wanted) {
            return wanted;
        }
    }

    /** Another user, by a command put in front. */
    record Prefix(List<String> prefix, boolean takesOwnership) implements OrdinaryUser {

        boolean works() {
            return "65534".equals(outputOf(command(List.of("id", "-u")).toArray(String[]::new)));
        }

        @Override
        public List<String> command(List<String> program) {
            var command = new ArrayList<>(prefix);
            command.addAll(program);
            return command;
        }

        @Override
        public Path programsIn(Path wanted) {
            return takesOwnership ? PostgresBinaries.amongTemporaryFiles() : wanted;
        }

        @Override
        public void own(Path folder) throws IOException {
            if (!takesOwnership) {
                return;
            }
            try (var files = Files.walk(folder)) {
                for (var file : files.toList()) {
                    Files.setAttribute(file, "unix:uid", 65534, LinkOption.NOFOLLOW_LINKS);
                }
            }
        }
    }

    private static String outputOf(String... command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0 ? output.strip() : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
