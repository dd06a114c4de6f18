package eyeline.core.health;

import eyeline.core.start.DatabaseAnswer;
import eyeline.core.start.DatabaseCheck;
import eyeline.core.start.Opening;
import eyeline.core.start.OwnServer;
import eyeline.store.health.ManagementHealth;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Whether people may be sent here: the start is through, the schema fits, the database answers, HTTPS shows a valid certificate, and nobody
 * has begun to leave. Looked at once a second at most, whoever asks; a change has one line in the log.
 */
@ApplicationScoped
public class Readiness {
    private static final Logger LOG = System.getLogger("eyeline.health");
    private static final Duration GOOD_FOR = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Inject
    Opening opening;
    @Inject
    OwnServer server;
    @Inject
    DatabaseCheck database;
    @Inject
    HttpsProbe https;
    @Inject
    ManagementHealth management;
    @Inject
    Clock clock;
    private Kept<ReadinessFacts> kept;
    private String told = "";

    @PostConstruct
    void begin() {
        var late = new ReadinessFacts(true, false, new DatabaseAnswer(DatabaseAnswer.State.AWAY, "the database does not answer in time"), Optional.empty());
        kept = new Kept<>(this::look, late, GOOD_FOR, PATIENCE, clock);
        management.ask(() -> Optional.of(kept.get()).filter(facts -> !facts.ready()).map(ReadinessFacts::why));
    }

    /** Made with the application, so that the management port is told before anybody asks on the public one. */
    void withTheApplication(@Observes @Initialized(ApplicationScoped.class) Object started) {
        LOG.log(Level.DEBUG, "health is told");
    }

    public boolean ready() {
        return kept.get().ready();
    }

    private ReadinessFacts look() {
        var facts = new ReadinessFacts(opening.isOpen(), server.isLeaving(), database.ask(), https.wrong());
        tell(facts.why());
        return facts;
    }

    private void tell(String why) {
        if (!why.equals(told) && opening.isOpen()) {
            told = why;
            LOG.log(why.isEmpty() ? Level.INFO : Level.WARNING, why.isEmpty() ? "ready again" : "not ready: " + why);
        }
    }
}
