package city.planofrecord.notice.notice;

import java.nio.file.Path;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the city says about its notices. */
@ConfigMapping(prefix = "city.notices")
interface NoticeConfig {

    /**
     * The file with the city's rules, in the form of the standard ones that are part of the service. It is read once, at
     * the start; a file that cannot be read, or whose rules contradict each other, keeps the service from starting.
     */
    Optional<Path> rules();

    /** Whether who has drafted a notice is kept from recording what is decided on it. */
    @WithDefault("true")
    boolean ruleOfTwo();
}
