package city.planofrecord.paygrade.testing;

import java.sql.SQLException;

import org.jdbi.v3.core.Jdbi;

import city.planofrecord.chassis.testing.RealServers;

/**
 * A plan of a city's size, put into the tables as if it had been recorded: 1,500 classes, each with five codes or titles
 * and seven grades one after the other, on 20 schedules of 20 grades, each with a range for every year from 1986 to 2025.
 */
public final class CityPlan {

    public static final int CLASSES = 1_500;

    private static final String[] STATEMENTS = {
        "create temporary view city_year as select y, make_date(y, 1, 5) as from_day,"
                + " case when y < 2025 then make_date(y + 1, 1, 5) end as until_day from generate_series(1986, 2025) y",
        "create temporary view city_schedule as select s, md5('city schedule ' || s)::uuid as id, 'P' || chr(64 + s) as letter"
                + " from generate_series(1, 20) s",
        "create temporary view city_grade as select s, g, letter, id as schedule_id, (800 + g)::text as number,"
                + " md5('city grade ' || s || ' ' || g)::uuid as id from city_schedule, generate_series(1, 20) g",
        "create temporary view city_class as select c, md5('city class ' || c)::uuid as id from generate_series(1, 1500) c",
        insertThing("pay_schedule", "city_schedule", "1"),
        insertAct("pay_schedule", "city_schedule x", "x.id::text", "1", "ESTABLISHED", "date '1986-01-05'"),
        "insert into pay_schedule_row (subject_id, effective_from, recorded_at, act_id, image)"
                + " select id, '1986-01-05', '2026-01-02', md5(id::text)::uuid,"
                + " jsonb_build_object('schedule', letter, 'notation', 'NUMBER_FIRST') from city_schedule",
        insertThing("pay_grade", "city_grade", "40"),
        insertAct(
                "pay_grade", "city_grade x, city_year y", "x.id || ' ' || y.y", "y.y - 1985", "AMENDED", "y.from_day"),
        "insert into pay_grade_row (subject_id, effective_from, effective_until, recorded_at, act_id, image)"
                + " select id, from_day, until_day, '2026-01-02', md5(id || ' ' || y)::uuid,"
                + " jsonb_build_object('scheduleId', schedule_id, 'schedule', letter, 'number', number,"
                + " 'grade', number || '-' || letter, 'range', jsonb_build_object("
                + " 'minimum', (20000 + 1000 * g + 500 * (y - 1985))::text || '.00',"
                + " 'maximum', (30000 + 1500 * g + 700 * (y - 1985))::text || '.00', 'currency', 'USD', 'basis', 'ANNUAL'))"
                + " from city_grade, city_year",
        "insert into heard_job_class (id, revision, received_at) select id, 1, '2026-01-02' from city_class",
        "insert into heard_job_class_row (subject_id, effective_from, effective_until, recorded_at, received_at, act_id, authority, image)"
                + " select id, make_date(1986 + 7 * p, 1, 5), case when p < 4 then make_date(1993 + 7 * p, 1, 5)"
                + " when c % 10 = 0 then date '2020-06-07' end, '2026-01-01', '2026-01-02', md5(id || ' ' || p)::uuid,"
                + " jsonb '{\"kind\": \"OPENING\", \"citation\": \"Plan as printed\"}',"
                + " jsonb_build_object('jobCode', 'P' || case when p < 2 then 'O' else 'N' end || lpad(c::text, 4, '0'),"
                + " 'title', 'Class ' || c || ' of ' || p) from city_class, generate_series(0, 4) p",
        insertThing("grade_assignment", "city_class", "7"),
        insertAct(
                "grade_assignment",
                "city_class x, generate_series(0, 6) p",
                "x.id || ' ' || p",
                "p + 1",
                "AMENDED",
                "make_date(1986 + 5 * p, 1, 5)"),
        "insert into grade_assignment_row (subject_id, effective_from, effective_until, recorded_at, act_id, image)"
                + " select x.id, make_date(1986 + 5 * p, 1, 5), case when p < 6 then make_date(1991 + 5 * p, 1, 5) end,"
                + " '2026-01-02', md5(x.id || ' ' || p)::uuid,"
                + " jsonb_build_object('gradeId', g.id, 'grade', g.number || '-' || g.letter)"
                + " from city_class x, generate_series(0, 6) p, city_grade g"
                + " where g.s = 1 + (x.c + p) % 20 and g.g = 1 + (x.c / 20 + p) % 20",
    };

    private CityPlan() {}

    /** Puts it there, unless it is. */
    public static void load(Jdbi jdbi) {
        var there = jdbi.withHandle(
                handle -> handle.createQuery("select count(*) from heard_job_class_row where job_code = 'PO0001'")
                        .mapTo(Long.class)
                        .one());
        if (there == 0) {
            RealServers.current().asSuperuser(STATEMENTS);
        }
        analyze();
    }

    private static void analyze() {
        try (var connection = RealServers.current().postgres().connectAsSuperuser("paygrade");
                var sql = connection.createStatement()) {
            sql.execute("analyze");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String insertThing(String ledger, String from, String revision) {
        return "insert into " + ledger + " (id, revision, last_recorded_at) select id, " + revision
                + ", '2026-01-02' from " + from;
    }

    private static String insertAct(
            String ledger, String from, String name, String revision, String kind, String date) {
        return "insert into " + ledger
                + "_act (id, subject_id, revision, kind, effective_from, fields, authority, reason,"
                + " actor, late, recorded_at) select md5(" + name + ")::uuid, x.id, " + revision + ", '" + kind + "', "
                + date + ", '{}', jsonb '{\"kind\": \"OPENING\", \"citation\": \"Plan as printed\"}', 'First load',"
                + " 'analyst', true, '2026-01-02' from " + from;
    }
}
