package eyeline.operator;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Brings the schema to the version that this release needs. Runs with the role that owns the schema. */
public final class Migration {
    private final DataSource owner;
    private final String applicationRole;

    public Migration(DataSource owner, String applicationRole) {
        this.owner = owner;
        this.applicationRole = applicationRole;
    }

    /** One change of the schema, by its version. */
    public record Step(String version, String what) {
        static Step of(MigrationInfo info) {
            return new Step(info.getVersion().getVersion(), info.getDescription());
        }

        @Override
        public String toString() {
            return version + " (" + what + ")";
        }
    }

    /** How many migrations were applied; none if the schema was up to date. */
    public static int run(DataSource owner, String applicationRole) {
        return new Migration(owner, applicationRole).flyway().load().migrate().migrationsExecuted;
    }

    /** Applies what is missing, telling each step before it; how many there were. */
    public int apply(Consumer<Step> progress) throws StartRefused {
        return migrate(flyway().callbacks(new MigrationProgress(progress)));
    }

    /** Applies what is missing up to a version that the schema had once. */
    public int applyUpTo(String version) throws StartRefused {
        return migrate(flyway().target(version));
    }

    /** Throws away the whole schema, with everything in it. */
    public void clean() {
        flyway().cleanDisabled(false).load().clean();
    }

    /** What would be applied, in its order. Refused if the schema is not one that this release can take on. */
    public List<Step> pending() throws StartRefused {
        var known = known();
        try {
            flyway().ignoreMigrationPatterns("*:pending", "*:future").load().validate();
        } catch (FlywayException e) {
            throw refused(e).orElseThrow(() -> e);
        }
        return Arrays.stream(known.pending()).map(Step::of).toList();
    }

    /** The schema's version; nothing if there is none yet. */
    public Optional<String> current() throws StartRefused {
        return Optional.ofNullable(known().current()).map(info -> info.getVersion().getVersion());
    }

    /** The version that this release needs. */
    public static String newest() {
        return MigrationFiles.versions().max(MigrationVersion::compareTo).orElseThrow().getVersion();
    }

    private int migrate(FluentConfiguration how) throws StartRefused {
        known();
        try {
            return how.load().migrate().migrationsExecuted;
        } catch (FlywayException e) {
            throw refused(e).orElseThrow(() -> e);
        }
    }

    private org.flywaydb.core.api.MigrationInfoService known() throws StartRefused {
        org.flywaydb.core.api.MigrationInfoService info = flyway().load().info();
        for (MigrationInfo one : info.all()) {
            if (one.getState() == MigrationState.FUTURE_SUCCESS || one.getState() == MigrationState.FUTURE_FAILED) {
                throw new StartRefused("The schema has version " + newestOf(info.all()) + ", which a newer release of Eyeline made; this one ("
                        + Release.version() + ") knows versions up to " + newest() + ". Use the newer release, or restore a backup of before.");
            }
        }
        return info;
    }

    private static MigrationVersion newestOf(MigrationInfo... all) {
        return Arrays.stream(all).map(MigrationInfo::getVersion).max(MigrationVersion::compareTo).orElseThrow();
    }

    private static Optional<StartRefused> refused(FlywayException e) {
        if (e.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE) {
            return Optional.of(new StartRefused("The database has tables that are not Eyeline's. Give Eyeline a database of its own.", e));
        }
        if (e instanceof org.flywaydb.core.api.exception.FlywayValidateException) {
            return Optional.of(new StartRefused("The schema was not made by the migrations of this release, or one of them failed half-way: "
                    + "restore a backup, or ask with what --debug shows.", e));
        }
        return DatabaseTrouble.in(e);
    }

    private FluentConfiguration flyway() {
        return Flyway.configure(Migration.class.getClassLoader())
                .dataSource(owner)
                .locations("classpath:db/migration")
                .placeholders(Map.of("app_role", applicationRole))
                .validateMigrationNaming(true);
    }
}
