package city.planofrecord.classification.classsearch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.*;

import java.time.Duration;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import city.planofrecord.chassis.testing.EveryWriteEntered;
import city.planofrecord.chassis.testing.RealServers;

/** 1,500 classes with 40 years of rows, and no other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "classification"))
class CitySizeSearchIT {

    private static final Duration ALLOWED = Duration.ofMillis(300);
    private static final int TRIES = 6;
    private static final String CITY = "(select id from job_class where id::text like 'c1c1c1c1-%')";

    @Inject
    Jdbi jdbi;

    @BeforeAll
    void loadACity() {
        RealServers.current().empty("job_class", "job_class_act", "job_class_row", "day_boundary");
        jdbi.useTransaction(handle -> {
            handle.execute(EveryWriteEntered.NOT_WATCHED);
            handle.execute("""
                    insert into job_class select cast('c1c1c1c1-0000-0000-0000-' || lpad(n::text, 12, '0') as uuid), 20, now()
                      from generate_series(1, 1500) n""");
            handle.execute("""
                    insert into job_class_act (id, subject_id, revision, kind, effective_from, fields, authority, reason, actor,
                                               late, recorded_at)
                    select id, id, 1, 'ESTABLISHED', '1950-01-01', '{}', '{"kind": "OPENING", "citation": "c"}', 'r', 'a', true,
                           now()
                      from job_class where id::text like 'c1c1c1c1-%'""");
            handle.execute("""
                    insert into job_class_row (subject_id, effective_from, effective_until, recorded_at, act_id, image)
                    select c.id, make_date(1950 + 4 * y, 1, 1), make_date(1954 + 4 * y, 1, 1), now(), c.id,
                           jsonb_build_object('jobCode', 'Z' || c.n, 'title',
                             (array['Customer Service', 'Records', 'Fire', 'Police', 'Library', 'Water'])[1 + c.n % 6] || ' '
                               || (array['Agent', 'Analyst', 'Manager', 'Clerk', 'Supervisor'])[1 + c.n % 5] || ' ' || c.n,
                             'occupationalGroup', 'Group ' || c.n % 12, 'series', 'Series ' || c.n % 300,
                             'flsaStatus', case when c.n % 3 = 0 then 'EXEMPT' else 'NON_EXEMPT' end,
                             'specification', jsonb_build_object('template', '2011', 'title', 'T', 'essentialDuties',
                               (select jsonb_agg(jsonb_build_object('text', 'Duty ' || d || ' of class ' || c.n
                                   || ' serves customers of the city by answering their questions about '
                                   || (array['water', 'streets', 'licenses', 'parks'])[1 + (d + c.n) % 4]
                                   || ' and passing on what departments must do ' || md5((c.n * 100 + d)::text)))
                                  from generate_series(1, 15) d)))
                      from (select id, row_number() over (order by id) n from job_class where id::text like 'c1c1c1c1-%') c,
                           generate_series(0, 9) y""");
        });
        jdbi.useHandle(handle -> handle.execute("analyze job_class_row"));
    }

    @AfterAll
    void takeTheCityAway() {
        RealServers.current()
                .asSuperuser(
                        "delete from job_class_row where subject_id in " + CITY,
                        "delete from job_class_act where subject_id in " + CITY,
                        "delete from job_class where id in " + CITY);
    }

    @Test
    void anyQuestionIsAnsweredWithinThreeTenthsOfASecond() {
        for (var question :
                new String[] {"q=custmer servise", "q=custo", "q=answering questions", "q=streets manager", "limit=500"
                }) {
            assertThat(quickest(question)).as(question).isLessThan(ALLOWED);
        }
    }

    /** How long the answer takes: the quickest of six, since other work on the machine is not ours. */
    private static Duration quickest(String question) {
        var quickest = Duration.ofDays(1);
        for (var tries = 0; tries < TRIES && quickest.compareTo(ALLOWED) >= 0; tries++) {
            var begun = System.nanoTime();
            var answer = given().get("/job-classes?asOf=1985-06-01&" + question);
            var took = Duration.ofNanos(System.nanoTime() - begun);
            answer.then().statusCode(200).body("total", greaterThan(0));
            quickest = took.compareTo(quickest) < 0 ? took : quickest;
        }
        return quickest;
    }

    @Test
    void totalsAndFacetsAreTrueWhateverTheirNumber() {
        given().get("/job-classes?asOf=1985-06-01&limit=1")
                .then()
                .body("total", is(1500), "facets.series.size()", is(300), "facets.series.count.sum()", is(1500))
                .body("facets.occupationalGroup.count.sum()", is(1500));
    }
}
