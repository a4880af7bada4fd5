package city.planofrecord.chassis.thing;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

import org.jdbi.v3.core.Jdbi;

import city.planofrecord.chassis.event.EventHandler;
import city.planofrecord.chassis.event.Received;
import city.planofrecord.chassis.event.UnprocessableEventException;

/** Notes every ping that it is given, and cannot process those whose text it is told to refuse. */
@Singleton
public class Pings implements EventHandler {

    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final Jdbi jdbi;

    Pings(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public String stream() {
        return "pings";
    }

    @Override
    public Set<String> types() {
        return Set.of("ping.v1");
    }

    @Override
    public void handle(Received event) {
        var text = event.data().path("text").asText();
        jdbi.useHandle(
                handle -> handle.createUpdate("insert into heard_ping (event_id, key, text) values (:id, :key, :text)")
                        .bind("id", event.id())
                        .bind("key", event.key())
                        .bind("text", text)
                        .execute());
        if (refused.contains(text)) {
            throw new UnprocessableEventException("the text " + text + " means nothing here");
        }
    }

    public void refuse(String text) {
        refused.add(text);
    }

    public void understand(String text) {
        refused.remove(text);
    }

    /** The texts heard of a key, in the order in which they were handled. */
    public List<String> heard(String key) {
        return jdbi.withHandle(handle -> handle.createQuery("select text from heard_ping where key = :key order by nth")
                .bind("key", key)
                .mapTo(String.class)
                .list());
    }
}
