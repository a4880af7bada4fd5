package city.planofrecord.chassis.limit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation of which few run at the same time in one service, together with the others of its kind. Operations whose
 * body may be as large as an import are {@link Kind#IMPORT}s without saying so.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Together {

    /** What counts together. */
    enum Kind {
        /** Takes a whole document or load. */
        IMPORT("imports"),
        /** Reads a whole register. */
        DOWNLOAD("downloads"),
        /** Waits for a change, where it is asked to by the parameter {@code wait}. */
        WAIT("waiting readers");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** How they are called, several of them. */
        String words() {
            return words;
        }
    }

    Kind value();
}
