package eyeline.operator;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the schema to the version that this build needs. Runs with the role that owns the schema. */
public final class Migration {
    private Migration() {
    }

    /** How many migrations were applied; none if the schema was up to date. */
    public static int run(DataSource owner, String applicationRole) {
        return Flyway.configure(Migration.class.getClassLoader())
                .dataSource(owner)
                .locations("classpath:db/migration")
                .placeholders(Map.of("app_role", applicationRole))
                .connectRetries(10)
                .validateMigrationNaming(true)
                .load()
                .migrate().migrationsExecuted;
    }
}
