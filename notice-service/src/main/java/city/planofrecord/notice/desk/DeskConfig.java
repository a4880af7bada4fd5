package city.planofrecord.notice.desk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The page of those who work on notices. */
@ConfigMapping(prefix = "city.desk")
public interface DeskConfig {

    /**
     * Whether the cookies of a login are {@code Secure} and bound to this host by their name ({@code __Host-}), so that
     * browsers send and take them over TLS only. Only a system on one machine goes without.
     */
    @WithDefault("true")
    boolean secureCookies();

    /** What a token must name for its bearer to be let in, as for bearer tokens. */
    String audience();

    /**
     * How many seconds a session lasts at most, however much it is used. The provider is asked, too, to have everybody log in
     * anew who logged in there longer ago ({@code max_age}).
     */
    @WithDefault("43200")
    int longestSeconds();
}
