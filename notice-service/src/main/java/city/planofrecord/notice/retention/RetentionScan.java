package city.planofrecord.notice.retention;

import java.time.Clock;
import java.time.LocalDate;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

import city.planofrecord.chassis.time.CityConfig;
import city.planofrecord.chassis.time.Scan;
import city.planofrecord.notice.correspondence.Contacts;
import city.planofrecord.notice.notice.CityRules;
import city.planofrecord.notice.noticerule.NoticeRule.PersonalDataRetention;

/** Erases who wrote about notices when their retention is over, and wraps by the present key what an older one wraps. */
@Singleton
class RetentionScan {

    private static final Logger LOG = Logger.getLogger(RetentionScan.class);
    private static final long LOCK = 7_330_001L;
    private static final int AT_A_TIME = 1000;

    private final Erasures erasures;
    private final Contacts contacts;
    private final CityRules rules;
    private final Clock clock;
    private final Scan scan;

    RetentionScan(Erasures erasures, Contacts contacts, CityRules rules, Clock clock, Jdbi jdbi, CityConfig city) {
        this.erasures = erasures;
        this.contacts = contacts;
        this.clock = clock;
        this.rules = rules;
        scan = new Scan("retention", city.dayTurn().every(), LOCK, jdbi, this::turn);
    }

    /** Nothing is taken from the public that could not be opened later: without its keys the service does not start. */
    void start(@Observes StartupEvent event) {
        contacts.requireKeys();
        scan.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        scan.stop();
    }

    private boolean turn() {
        var today = LocalDate.now(clock);
        var erased = 0;
        for (var notice : erasures.ended(today)) {
            erased += rules.all()
                    .find(PersonalDataRetention.class, notice.endedOn())
                    .filter(rule -> rule.isOver(notice.endedOn(), today))
                    .map(rule -> erase(notice.number(), rule.citation()))
                    .orElse(0);
        }
        return erased + contacts.wrapAnew(AT_A_TIME) > 0;
    }

    private int erase(String number, String citation) {
        var erased = contacts.erase(number, citation, AT_A_TIME);
        if (erased > 0) {
            LOG.infof("Erased who sent %d submissions about notice %s: %s", erased, number, citation);
        }
        return erased;
    }
}
