package eyeline.store.schema;

import eyeline.store.fence.FencedConnections;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.hibernate.SessionFactory;
import org.hibernate.tool.schema.spi.SchemaManagementException;

/** The schema as the database has it. Asked outside of any transaction, so it sees no rows of anybody. */
@Dependent
public class SchemaStore {
    /** The newest migration of this release. */
    public static final int NEEDED = 12;
    private static final int SECONDS = 5;
    private static final String VERSION = """
            select clock_timestamp(), (select version from flyway_schema_history
              where success and version is not null order by installed_rank desc limit 1)""";

    /** What the database says. {@code version}: the newest migration that was run, 0 if none was. {@code clock}: its own, in the middle of {@code took}. */
    public record Seen(int version, Instant clock, Duration took) {
    }

    @PersistenceUnit(unitName = "eyeline")
    EntityManagerFactory unit;

    /** Fails with 42P01 where no migration was ever run, and with 42501 where the role may not know. */
    public Seen ask() throws SQLException {
        try (var connection = FencedConnections.source().getConnection(); var statement = connection.createStatement()) {
            statement.setQueryTimeout(SECONDS);
            var begun = System.nanoTime();
            try (var row = statement.executeQuery(VERSION)) {
                row.next();
                var version = row.getString(2);
                return new Seen(version == null ? 0 : Integer.parseInt(version), row.getObject(1, OffsetDateTime.class).toInstant(),
                        Duration.ofNanos(System.nanoTime() - begun));
            }
        }
    }

    /** What of the mapping has no place in the schema; nothing if all of it fits. */
    public Optional<String> misfit() {
        try {
            unit.unwrap(SessionFactory.class).getSchemaManager().validateMappedObjects();
            return Optional.empty();
        } catch (SchemaManagementException e) {
            return Optional.of(e.getMessage());
        }
    }
}
