package city.planofrecord.local;

/** What gives a whole system its tokens. */
interface TokenSource extends Part {

    /** Makes it for a system that is about to start. */
    interface Maker {

        TokenSource of(StateFolder state, Ports ports, Children children);
    }

    /** What the services are told of it; asked for once it runs. */
    Provider provider();

    /** A token of somebody who has the role and no other. */
    String token(Role role);
}
