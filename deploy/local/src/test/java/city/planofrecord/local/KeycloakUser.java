package city.planofrecord.local;

/** Somebody who can log in. */
record KeycloakUser(String name, String password) {

    /** Without the password. */
    @Override
    public String toString() {
        return "KeycloakUser[name=" + name + "]";
    }
}
