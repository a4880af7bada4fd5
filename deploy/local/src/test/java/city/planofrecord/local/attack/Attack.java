package city.planofrecord.local.attack;

import java.util.Map;

/** Something that goes on until it is ended. */
public interface Attack extends AutoCloseable {

    /** How often each answer was given so far, by its status; 0 where the connection was cut. */
    Map<Integer, Integer> answers();

    @Override
    void close();
}
