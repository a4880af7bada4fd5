package city.planofrecord.chassis.audit;

/**
 * The entries about one thing, each bearing the hash of the one before.
 *
 * @param aggregate the kind of the thing, in small letters
 * @param id by which a thing of that kind is known for ever
 */
public record Chain(String aggregate, String id) {

    @Override
    public String toString() {
        return aggregate + " " + id;
    }
}
