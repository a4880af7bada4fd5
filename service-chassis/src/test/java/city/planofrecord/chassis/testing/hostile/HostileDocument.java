package city.planofrecord.chassis.testing.hostile;

import java.util.function.Supplier;

/**
 * A document that is sent to do harm.
 *
 * @param name what it tries
 * @param type what its sender says that it is, without parameters where there are none
 * @param content made anew each time, so that the corpus takes no memory of its own
 */
public record HostileDocument(String name, String type, Supplier<byte[]> content) {

    @Override
    public String toString() {
        return name + " as " + type;
    }
}
