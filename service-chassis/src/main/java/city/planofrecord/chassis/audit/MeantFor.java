package city.planofrecord.chassis.audit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The role that an operation is meant for: the actor of what it records, as long as nobody logs in. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface MeantFor {

    /** Whoever comes. Nothing is recorded of where such a request came from. */
    String PUBLIC = "public";

    String value();
}
