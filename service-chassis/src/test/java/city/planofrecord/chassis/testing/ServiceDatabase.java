package city.planofrecord.chassis.testing;

/**
 * The database of one service and the two roles that may connect to it.
 *
 * @param owner creates and changes tables (migrations)
 * @param app reads and writes rows of the tables that {@code owner} made, and creates nothing
 */
public record ServiceDatabase(String name, String jdbcUrl, Role owner, Role app) {

    public record Role(String user, String password) {

        @Override
        public String toString() {
            return "Role[user=" + user + "]";
        }
    }

    public String ownerUser() {
        return owner.user();
    }

    public String ownerPassword() {
        return owner.password();
    }

    public String appUser() {
        return app.user();
    }

    public String appPassword() {
        return app.password();
    }
}
