package city.planofrecord.chassis.testing.contract;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import city.planofrecord.chassis.testing.PostgresServer;
import city.planofrecord.chassis.testing.ServiceDatabase;

/** What the role that a service has for its data may do in the service's migrated database, and what it may not. */
public final class DatabaseContract {

    private static final String DENIED = "42501";

    private final PostgresServer server;
    private final ServiceDatabase database;

    public DatabaseContract(PostgresServer server, ServiceDatabase database) {
        this.server = server;
        this.database = database;
    }

    /** Statements that change the schema, or what all rows of it say at once, and were not refused for want of a right. */
    public List<String> allowedOfTheSchema() throws SQLException {
        var statements = new ArrayList<>(List.of(
                "create table stranger (id int)",
                "create temporary table stranger (id int)",
                "create schema stranger",
                "create view stranger as select 1",
                "create function stranger() returns int language sql as 'select 1'",
                "create extension hstore",
                "create role stranger",
                "update flyway_schema_history set success = success",
                "insert into flyway_schema_history select * from flyway_schema_history",
                "delete from flyway_schema_history",
                "set role " + database.ownerUser(),
                "set session_replication_role = replica",
                "copy (select 1) to program 'true'",
                "select pg_read_file('postgresql.conf')",
                "select pg_terminate_backend(pg_backend_pid()) from pg_authid"));
        for (var table : tables("true")) {
            statements.add("alter table " + table + " add column stranger int");
            statements.add("alter table " + table + " disable trigger all");
            statements.add("drop table " + table);
            statements.add("truncate " + table);
            statements.add("create index on " + table + " ((1))");
            statements.add("create trigger stranger before insert on " + table
                    + " for each row execute function suppress_redundant_updates_trigger()");
        }
        return notDenied(statements);
    }

    /** Statements that change or delete what was recorded, and were not refused for want of a right. */
    public List<String> allowedOfWhatWasRecorded() throws SQLException {
        var statements = new ArrayList<String>();
        for (var table : recorded()) {
            statements.add("delete from " + table);
            statements.add("update " + table + " set " + String.join(", ", changed(table)));
        }
        for (var table : images()) {
            statements.add("delete from " + table);
            changed(table).stream()
                    .filter(column -> !column.startsWith("superseded_at "))
                    .forEach(column -> statements.add("update " + table + " set " + column));
        }
        return notDenied(statements);
    }

    /** Tables that are only ever added to, by their names and by what their comments promise. */
    public List<String> recorded() throws SQLException {
        return tables("c.relname like '%\\_act'"
                + " or obj_description(c.oid, 'pg_class') ~ 'append-only|only ever added to|never changed'");
    }

    /** Tables of images, in which nothing changes but when they were superseded. */
    public List<String> images() throws SQLException {
        return tables("c.relname like '%\\_row' and exists (select 1 from pg_attribute a where a.attrelid = c.oid"
                + " and a.attname = 'superseded_at')");
    }

    /** What the data role is beyond a role that logs in: superuser, owner of something, member of another. */
    public List<String> powers() throws SQLException {
        return query("""
                select 'attribute of ' || rolname from pg_roles where rolname = '%1$s'
                   and (rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls)
                union all select 'owns ' || relname from pg_class where pg_get_userbyid(relowner) = '%1$s'
                union all select 'member of ' || pg_get_userbyid(roleid) from pg_auth_members
                 where pg_get_userbyid(member) = '%1$s'""".formatted(database.appUser()));
    }

    /** Databases of this server that the service's two roles can connect to, beside their own. */
    public List<String> otherDatabases() throws SQLException {
        var others = new ArrayList<String>();
        server.createServiceDatabase("neighbour");
        for (var name : List.of("neighbour", "postgres", "template1")) {
            for (var role : List.of(database.app(), database.owner())) {
                try (var connection = DriverManager.getConnection(server.jdbcUrl(name), role.user(), role.password())) {
                    others.add(role.user() + " connects to " + connection.getCatalog());
                } catch (SQLException refused) {
                    if (!DENIED.equals(refused.getSQLState())) {
                        throw refused;
                    }
                }
            }
        }
        return others;
    }

    private List<String> notDenied(List<String> statements) throws SQLException {
        var allowed = new ArrayList<String>();
        try (var connection = asData();
                var sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (var statement : statements) {
                try {
                    sql.execute(statement);
                    allowed.add(statement);
                } catch (SQLException refused) {
                    if (!DENIED.equals(refused.getSQLState())) {
                        allowed.add(statement + ": " + refused.getMessage());
                    }
                }
                connection.rollback();
            }
        }
        return allowed;
    }

    private Connection asData() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.appUser(), database.appPassword());
    }

    private List<String> tables(String which) throws SQLException {
        return query("select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace"
                + " and c.relkind = 'r' and c.relname <> 'flyway_schema_history' and (" + which + ") order by 1");
    }

    private List<String> changed(String table) throws SQLException {
        return query("select format('%I = %I', attname, attname) from pg_attribute where attrelid = '" + table
                + "'::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = ''");
    }

    private List<String> query(String sql) throws SQLException {
        try (var connection = server.connectAsSuperuser(database.name());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
