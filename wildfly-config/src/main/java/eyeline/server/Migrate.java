package eyeline.server;

import org.postgresql.ds.PGSimpleDataSource;

/** Command of an operator: migrates the schema of a database of one's own. Address and owner's log-in come from the environment. */
public final class Migrate {
    private Migrate() {
    }

    public static void main(String[] arguments) {
        try {
            QuietLogging.apply();
            PGSimpleDataSource owner = new PGSimpleDataSource();
            owner.setUrl(needed("EYELINE_DB_URL"));
            owner.setUser(needed("EYELINE_DB_OWNER"));
            owner.setPassword(needed("EYELINE_DB_OWNER_PASSWORD"));
            int applied = Migration.run(owner, System.getenv().getOrDefault("EYELINE_DB_USER", Database.APPLICATION));
            System.out.println(applied == 0 ? "The schema is up to date." : "Migrations applied: " + applied + ".");
        } catch (StartRefused e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private static String needed(String name) throws StartRefused {
        String value = System.getenv(name);
        if (value == null || value.isBlank()) {
            throw new StartRefused("Set " + name + " in the environment (docs/operations.md).");
        }
        return value;
    }
}
