package city.planofrecord.chassis.limit;

import java.time.Duration;
import java.util.OptionalInt;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * What one caller may ask for. The figures stand among the common settings of the services; each can be set in the
 * environment, as {@code CITY_LIMITS_ADDRESS_BURST}.
 */
@ConfigMapping(prefix = "city.limits")
public interface LimitConfig {

    /**
     * Requests from one address (an IPv6 network of 64 bits) that bear no good token; and again as many for the health of the
     * service.
     */
    Rate address();

    /** Requests with good tokens of one subject, from wherever they come. */
    Rate token();

    /** What anybody may write without a login, from one address. */
    Rate publicWrite();

    /** Tokens that turned out not to be good, from one address; beyond it no more are looked at for these limits. */
    Rate badTokens();

    /** For how many addresses, and for how many subjects, it is remembered what they have asked for; the rarest are forgotten first. */
    @WithDefault("50000")
    int remembered();

    /** How much of a service's time one request pays for; each such time more that its answer takes is counted as one request more. */
    @WithDefault("20ms")
    Duration worth();

    /** Requests that are being received, worked on and answered. */
    AtOnce requests();

    /** Imports: what takes a body larger than ordinary. */
    AtOnce imports();

    /**
     * Imports that are worked on at the same time; of those that were let in the others wait for their turn. Half of the
     * processors, at least one, unless set: what a document costs to read is not what others wait for.
     */
    OptionalInt importsWorking();

    /** Downloads: snapshots and their manifests. */
    AtOnce downloads();

    /** Readers of the feed that wait for a change. */
    AtOnce waits();

    /** The bodies of requests that are held while they are received and worked on, in all, imports not counted. */
    @WithDefault("48M")
    MemorySize bodies();

    /** Of those bodies the ones from one address: whoever sends many as slowly as they may leaves room for others. */
    @WithDefault("12M")
    MemorySize bodiesPerAddress();

    /** How slowly a request may be sent and an answer be taken. */
    Pace pace();

    /** So many at once, and so many in a minute in the long run. */
    interface Rate {

        int burst();

        int perMinute();
    }

    /** How many at the same time. */
    interface AtOnce {

        /** In the whole service. */
        int all();

        /** From one address. */
        int perAddress();
    }

    /** What is slower is cut off. */
    interface Pace {

        /** Over how long the pace is looked at; who is slow for so long is cut off. */
        @WithDefault("10s")
        Duration over();

        /** The least that a body or an answer must move in a second, while there is something to be moved. */
        @WithDefault("4K")
        MemorySize perSecond();

        /** How long the sending of a body may take in all. */
        @WithDefault("5m")
        Duration body();
    }
}
