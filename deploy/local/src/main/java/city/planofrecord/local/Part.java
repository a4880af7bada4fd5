package city.planofrecord.local;

import java.util.function.Consumer;

/** One thing of the system that is started, watched and stopped. */
interface Part {

    String name();

    /**
     * Starts it and returns when it serves.
     *
     * @param failed to be told when it ends or fails later without having been stopped
     * @throws StartFailure where it does not come to serve
     */
    void start(Consumer<StartFailure> failed) throws Exception;

    /** Stops it, and its data stay. Nothing happens where it does not run. */
    void stop();
}
