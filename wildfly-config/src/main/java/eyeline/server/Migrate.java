package eyeline.server;

/** Command of an operator: migrates the schema of a database of one's own. Address and owner's log-in come from the environment. */
public final class Migrate {
    private Migrate() {
    }

    public static void main(String[] arguments) {
        try {
            QuietLogging.apply();
            int applied = Migration.run(OwnDatabase.owner(), System.getenv().getOrDefault("EYELINE_DB_USER", Database.APPLICATION));
            System.out.println(applied == 0 ? "The schema is up to date." : "Migrations applied: " + applied + ".");
        } catch (StartRefused e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }
}
