package eyeline.operator;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Migrates the schema. Address and owner's log-in come from the environment. */
@Command(name = "migrate", description = "Brings the database's schema to the version that this release needs.", mixinStandardHelpOptions = true)
final class Migrate implements Callable<Integer> {
    private static final String RIGHTS = """
            select (select true from pg_roles where rolname = ?), has_schema_privilege(current_schema(), 'create'), current_user""";

    @ParentCommand
    private Eyeline eyeline;
    @Option(names = "--dry-run", description = "Says what would be applied, and applies nothing.")
    private boolean dryRun;

    @Override
    public Integer call() throws StartRefused, SQLException {
        DataSource owner = OwnDatabase.owner(eyeline.settings());
        String role = OwnDatabase.applicationRole(eyeline.settings());
        OwnDatabase.reach(owner);
        refuseWithoutRights(owner, role);
        Migration migration = new Migration(owner, role);
        List<Migration.Step> steps = migration.pending();
        eyeline.answer().fact(dryRun ? "pending" : "applied", json(steps));
        if (steps.isEmpty()) {
            eyeline.answer().say("The schema is up to date: version " + migration.current().orElseThrow() + ".");
        } else if (dryRun) {
            steps.forEach(step -> eyeline.answer().show("Would apply " + step));
            eyeline.answer().say("Migrations to apply: " + steps.size() + ". Nothing was changed.");
        } else {
            int applied = migration.apply(step -> eyeline.answer().show("Applying " + step));
            eyeline.answer().say("Migrations applied: " + applied + ".");
        }
        return Eyeline.DONE;
    }

    private static JsonArray json(List<Migration.Step> steps) {
        var array = Json.createArrayBuilder();
        steps.forEach(step -> array.add(Json.createObjectBuilder().add("version", step.version()).add("what", step.what())));
        return array.build();
    }

    private static void refuseWithoutRights(DataSource owner, String role) throws StartRefused, SQLException {
        try (Connection connection = owner.getConnection(); PreparedStatement query = connection.prepareStatement(RIGHTS)) {
            query.setString(1, role);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                if (!row.getBoolean(1)) {
                    throw new StartRefused("The application's role " + role + " is not there. As a superuser of PostgreSQL: create role " + role
                            + " login password '...'; or name another in EYELINE_DB_USER.");
                }
                if (!row.getBoolean(2)) {
                    throw new StartRefused("The role " + row.getString(3) + " may not make tables there. EYELINE_DB_OWNER names the role that owns the database"
                            + " (create database ... owner ...).");
                }
            }
        }
    }
}
