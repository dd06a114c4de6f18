package eyeline.core.start;

import eyeline.store.schema.SchemaStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Clock;

/** Asks the database whether it is there, whether its schema is this release's, and whether it is as late there as here. */
@ApplicationScoped
public class DatabaseCheck {
    private static final Logger LOG = System.getLogger("eyeline.start");

    @Inject
    SchemaStore schema;
    @Inject
    Clock clock;
    /** The version whose schema was compared with what this release expects: comparing is dear, and asked for once. */
    private volatile int compared = -1;

    /** One question, of some seconds at most where the network swallows it. */
    public DatabaseAnswer ask() {
        try {
            var seen = schema.ask();
            var answer = SchemaRules.of(seen, clock.instant());
            return answer.state() == DatabaseAnswer.State.FITS && seen.version() != compared ? compare(seen.version()) : answer;
        } catch (SQLException | RuntimeException e) {
            return SchemaRules.of(e);
        }
    }

    private DatabaseAnswer compare(int version) {
        var answer = SchemaRules.of(version, schema.misfit());
        if (answer.state() == DatabaseAnswer.State.FITS) {
            compared = version;
            if (version > SchemaStore.NEEDED) {
                LOG.log(Level.WARNING, "the database''s schema is of version {0}, newer than this release ({1}); it fits", version, SchemaStore.NEEDED);
            }
        }
        return answer;
    }
}
