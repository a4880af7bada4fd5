package city.planofrecord.local;

import java.nio.file.Path;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** The system cannot start or go on; the message says why, the log may say more. */
class StartFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable Path log;

    StartFailure(String message) {
        super(message);
        this.log = null;
    }

    StartFailure(String message, Path log) {
        super(message);
        this.log = log;
    }

    StartFailure(String message, Path log, Throwable cause) {
        super(message, cause);
        this.log = log;
    }

    Optional<Path> log() {
        return Optional.ofNullable(log);
    }
}
