package eyeline.operator;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Migrates the schema. Address and owner's log-in come from the environment. */
@Command(name = "migrate", description = "Brings the database's schema to the version that this release needs.", mixinStandardHelpOptions = true)
final class Migrate implements Callable<Integer> {

    @Override
    public Integer call() throws StartRefused {
        int applied = Migration.run(OwnDatabase.owner(), System.getenv().getOrDefault("EYELINE_DB_USER", "eyeline_app"));
        System.out.println(applied == 0 ? "The schema is up to date." : "Migrations applied: " + applied + ".");
        return 0;
    }
}
