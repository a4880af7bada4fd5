package city.planofrecord.chassis.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Has a database refuse every transaction of a service that writes to a table and leaves no entry in the audit trail, from
 * the creation of the table on. So whatever a test does proves that it is entered, and a table that nobody thought of fails
 * by itself. The entry itself must say who it was, in which role, from where, on which request, and what stood there before and
 * after. Migrations and tests that write as superuser are left alone.
 */
public final class EveryWriteEntered {

    /** What a test says first in a transaction in which it sets rows up by itself. */
    public static final String NOT_WATCHED = "set local watch.entered = '1'";

    private static final String OF_ANOTHER = "another service's facts as heard; entered by the service that owns them";

    /** Tables, or columns of them, whose writes leave no entry, and why. A percent sign stands for the rest of a name. */
    private static final Map<String, String> EXEMPT = Map.ofEntries(
            Map.entry("flyway_schema_history", "written by migrations only"),
            Map.entry("audit_publication", "how far the trail itself was published"),
            Map.entry("outbox", "tells others of what was entered"),
            Map.entry("outbox_feed", "how far that was told"),
            Map.entry("inbox", "ids of events that were handled; what they changed is entered"),
            Map.entry(
                    "parked_event.dead_lettered_at",
                    "whether Kafka has the dead letter that was entered when it was parked"),
            Map.entry("idempotent_answer", "an answer that was given, for a day"),
            Map.entry(
                    "day_boundary",
                    "which days are still to be announced; what turns on them was entered with its act"),
            Map.entry("personal_data_key.key_id", "which of the system's keys wraps; says nothing of what is wrapped"),
            Map.entry("personal_data_key.wrapped_key", "the same key wrapped by another"),
            Map.entry("personal_data_key.pseudonym", "follows the key that wraps"),
            Map.entry("heard\\_%", OF_ANOTHER),
            Map.entry("announced_job_class", OF_ANOTHER),
            Map.entry("posted_notice", OF_ANOTHER),
            Map.entry("proposed_class", OF_ANOTHER));

    private static final String FUNCTIONS = """
            create schema watch;
            create table watch.exempt (name text primary key);

            create function watch.note_entry() returns trigger language plpgsql as $$
            begin
              perform set_config('watch.entered', '1', true);
              return null;
            end $$;

            create function watch.require_entry() returns trigger language plpgsql security definer as $$
            declare
              exempt text[];
            begin
              if current_setting('watch.entered', true) = '1' then
                return null;
              end if;
              select array_agg(split_part(name, '.', 2)) into exempt from watch.exempt where name like tg_table_name || '.%';
              if tg_op = 'UPDATE' and to_jsonb(old) - coalesce(exempt, '{}') = to_jsonb(new) - coalesce(exempt, '{}') then
                return null;
              end if;
              raise exception 'The transaction wrote to % (%) and left no entry in the audit trail', tg_table_name, tg_op;
            end $$;

            create function watch.require_complete() returns trigger language plpgsql as $$
            declare
              -- The one character that PostgreSQL's JSON cannot hold says nothing of what the entry has.
              entry jsonb := cast(replace(new.content, '\\' || 'u0000', '') as jsonb);
            begin
              if not entry ?& array['aggregate', 'id', 'number', 'at', 'actor', 'request', 'changes', 'previous']
                 or jsonb_array_length(entry -> 'changes') = 0
                 or exists (select 1 from jsonb_array_elements(entry -> 'changes') change
                             where not change ? 'pointer' or not (change ? 'before' or change ? 'after'))
                 or (entry ->> 'operation' ~ '^(POST|PUT|PATCH|DELETE) '
                     and entry ->> 'actor' in ('analyst', 'director', 'clerk', 'moderator', 'auditor', 'operator')
                     and not entry ?& array['subject', 'address']) then
                raise exception 'An entry does not say who, from where, on which request, before or after: %',
                  left(new.content, 500);
              end if;
              return null;
            end $$;

            create function watch.watch_tables() returns event_trigger language plpgsql security definer as $$
            declare
              made record;
            begin
              for made in select distinct c.oid, c.relname from pg_event_trigger_ddl_commands() d join pg_class c on c.oid = d.objid
                           where d.object_type = 'table' and d.schema_name = 'public'
                             and d.command_tag = 'CREATE TABLE' loop
                if made.relname = 'audit_entry' then
                  create trigger zz_entered after insert on public.audit_entry
                    for each statement execute function watch.note_entry();
                  create trigger zz_complete after insert on public.audit_entry
                    for each row when (session_user like '%\\_app') execute function watch.require_complete();
                elsif not exists (select 1 from watch.exempt where made.relname like name and name not like '%.%') then
                  execute format('create constraint trigger zz_requires_entry after insert or update or delete on %s'
                    || ' deferrable initially deferred for each row when (session_user like ''%%\\_app'')'
                    || ' execute function watch.require_entry()', made.oid::regclass);
                end if;
              end loop;
            end $$;

            create event trigger watch_tables on ddl_command_end when tag in ('CREATE TABLE')
              execute function watch.watch_tables();
            """;

    private EveryWriteEntered() {}

    /** @param superuser connected to a database that has no tables yet */
    static void watch(Connection superuser) throws SQLException {
        try (var sql = superuser.createStatement();
                var insert = superuser.prepareStatement("insert into watch.exempt (name) values (?)")) {
            sql.execute(FUNCTIONS);
            for (var name : EXEMPT.keySet()) {
                insert.setString(1, name);
                insert.executeUpdate();
            }
        }
    }

    /** The tables of the running service whose every write must be entered, and those whose need not. */
    public record Tables(Set<String> watched, Set<String> exempt) {}

    /** @param superuser connected to the service's database */
    public static Tables tables(Connection superuser) throws SQLException {
        var tables = new Tables(new TreeSet<>(), new TreeSet<>());
        try (var sql = superuser.createStatement();
                var rows = sql.executeQuery("select t.table_name, exists (select 1 from pg_trigger g"
                        + " where g.tgrelid = cast(t.table_name as regclass) and g.tgname = 'zz_requires_entry')"
                        + " from information_schema.tables t"
                        + " where t.table_schema = 'public' and t.table_type = 'BASE TABLE'")) {
            while (rows.next()) {
                (rows.getBoolean(2) ? tables.watched() : tables.exempt()).add(rows.getString(1));
            }
        }
        return tables;
    }
}
