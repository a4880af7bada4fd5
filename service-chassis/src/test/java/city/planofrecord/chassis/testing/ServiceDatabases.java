package city.planofrecord.chassis.testing;

import java.sql.SQLException;
import java.sql.Statement;

/** Gives each service a database that no other service's roles may connect to. */
final class ServiceDatabases {

    private final PostgresServer server;
    private final Passwords passwords;

    ServiceDatabases(PostgresServer server, Passwords passwords) {
        this.server = server;
        this.passwords = passwords;
    }

    ServiceDatabase create(String name) {
        if (!name.matches("[a-z][a-z0-9_]{0,40}")) {
            throw new IllegalArgumentException("Not a name for a database: " + name);
        }
        var owner = role(name + "_owner");
        var app = role(name + "_app");
        try {
            createRolesAndDatabase(name, owner, app);
            grantInside(name, owner, app);
        } catch (SQLException e) {
            throw new IllegalStateException("The database " + name + " could not be set up: " + e.getMessage(), e);
        }
        return new ServiceDatabase(name, server.jdbcUrl(name), owner, app);
    }

    private ServiceDatabase.Role role(String user) {
        return new ServiceDatabase.Role(user, passwords.of(user));
    }

    private void createRolesAndDatabase(String name, ServiceDatabase.Role owner, ServiceDatabase.Role app)
            throws SQLException {
        try (var connection = server.connectAsSuperuser("postgres");
                var sql = connection.createStatement()) {
            for (var role : new ServiceDatabase.Role[] {owner, app}) {
                if (!exists(sql, "pg_roles WHERE rolname = '" + role.user() + "'")) {
                    sql.execute("CREATE ROLE " + role.user());
                }
                sql.execute("ALTER ROLE " + role.user() + " LOGIN PASSWORD '" + role.password() + "'");
            }
            if (!exists(sql, "pg_database WHERE datname = '" + name + "'")) {
                sql.execute("CREATE DATABASE " + name + " OWNER " + owner.user() + " TEMPLATE template0");
            }
            sql.execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
            sql.execute("GRANT CONNECT ON DATABASE " + name + " TO " + app.user());
            sql.execute("REVOKE CONNECT ON DATABASE postgres FROM PUBLIC");
            sql.execute("REVOKE CONNECT ON DATABASE template1 FROM PUBLIC");
        }
    }

    private void grantInside(String name, ServiceDatabase.Role owner, ServiceDatabase.Role app) throws SQLException {
        var byOwner = "ALTER DEFAULT PRIVILEGES FOR ROLE " + owner.user() + " IN SCHEMA public GRANT ";
        try (var connection = server.connectAsSuperuser(name);
                var sql = connection.createStatement()) {
            sql.execute("CREATE EXTENSION IF NOT EXISTS btree_gist");
            sql.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm");
            sql.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC");
            sql.execute("GRANT USAGE, CREATE ON SCHEMA public TO " + owner.user());
            sql.execute("GRANT USAGE ON SCHEMA public TO " + app.user());
            sql.execute(byOwner + "SELECT, INSERT, UPDATE, DELETE ON TABLES TO " + app.user());
            sql.execute(byOwner + "USAGE, SELECT ON SEQUENCES TO " + app.user());
        }
    }

    private static boolean exists(Statement sql, String what) throws SQLException {
        try (var rows = sql.executeQuery("SELECT 1 FROM " + what)) {
            return rows.next();
        }
    }
}
