package eyeline.server;

import eyeline.operator.Migration;
import eyeline.operator.QuietLogging;
import java.io.IOException;
import java.nio.file.Path;
import javax.sql.DataSource;

/** An embedded PostgreSQL of a test's own, with the schema in it. */
public final class TestDatabase implements AutoCloseable {
    private final Database database;

    private TestDatabase(Database database) {
        this.database = database;
    }

    public static TestDatabase migrated(Path folder) throws Exception {
        QuietLogging.apply();
        Secrets secrets = Secrets.in(folder.resolve("secrets.properties"));
        Database database = Database.start(folder.resolve("postgresql"), Path.of("target", "postgresql-binaries").toAbsolutePath(),
                folder.resolve("postgresql.log"), Ports.free().database(), secrets);
        Migration.run(database.owner(), Database.APPLICATION);
        return new TestDatabase(database);
    }

    public DataSource owner() {
        return database.owner();
    }

    Path folder() {
        return database.folder();
    }

    public DataSource application() {
        return database.application();
    }

    @Override
    public void close() throws IOException {
        database.close();
    }
}
