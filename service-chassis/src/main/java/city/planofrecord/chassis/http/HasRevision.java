package city.planofrecord.chassis.http;

/** An answer about one thing, which bears the thing's revision: the number of acts on it so far. */
public interface HasRevision {

    long revision();
}
