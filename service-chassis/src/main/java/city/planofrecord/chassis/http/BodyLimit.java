package city.planofrecord.chassis.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How large a body an operation takes, in bytes; {@link #ORDINARY} where it does not say. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface BodyLimit {

    /** What any body may have: 256 KB. */
    int ORDINARY = 256 * 1024;

    /** What a document or a load may have: 10 MB. */
    int IMPORT = 10 * 1024 * 1024;

    int value();
}
