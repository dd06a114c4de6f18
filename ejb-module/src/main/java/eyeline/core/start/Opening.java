package eyeline.core.start;

import eyeline.core.result.Outage;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * From the start until the doors are open. What is wrong for good fails the deployment, in one line of the log; a database that is away
 * is waited for, and everybody who asks meanwhile is told so.
 */
@ApplicationScoped
public class Opening {
    private static final Logger LOG = System.getLogger("eyeline.start");

    /** So often, once a second, a WildFly is asked whether it is up that may not be able to say so. */
    private static final int LOOKS = 600;

    @Inject
    DatabaseCheck database;
    @Inject
    OwnServer server;
    @Inject
    Clock clock;
    @Resource
    ManagedScheduledExecutorService timers;

    private final Environment environment = Environment.ofProcess();
    private volatile boolean open;
    private Runnable doors;
    private DatabaseWait wait;
    private Obstacle said;
    private Future<?> looking;
    private int looks;

    /** {@code doors}: what is done once, before the first is let in. Throws {@link NotStarted} where nobody will be. */
    public void begin(Runnable doors) {
        this.doors = doors;
        Preconditions.broken(environment, clock.instant()).ifPresent(this::fail);
        var answer = database.ask();
        if (answer.state() == DatabaseAnswer.State.UNFIT) {
            wait = new DatabaseWait(environment, clock.instant());
            wait.over(answer, clock.instant()).ifPresent(this::fail);
        }
        take(answer);
        if (said != null) {
            throw new NotStarted(said);
        }
        looking = timers.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    /** Nobody waits any more. */
    public void end() {
        open = false;
        if (looking != null) {
            looking.cancel(false);
        }
    }

    public boolean isOpen() {
        return open;
    }

    /** An executor does not repeat what threw. */
    private void look() {
        try {
            if (!open) {
                take(database.ask());
            } else if (server.isUp()) {
                looking.cancel(false);
                server.closedPort().ifPresent(this::give);
            } else if (++looks > LOOKS) {
                looking.cancel(false);
            }
        } catch (RuntimeException failure) {
            LOG.log(Level.ERROR, "the start could not go on", failure);
        }
    }

    private void take(DatabaseAnswer answer) {
        if (answer.state() == DatabaseAnswer.State.FITS) {
            if (!opened()) {
                return;
            }
            if (wait != null) {
                LOG.log(Level.INFO, "the database is there; Eyeline is open");
            }
            return;
        }
        if (wait == null) {
            wait = new DatabaseWait(environment, clock.instant());
        }
        wait.over(answer, clock.instant()).ifPresentOrElse(this::give, () -> wait.line(answer, clock.instant()).ifPresent(line -> LOG.log(Level.WARNING, line)));
    }

    /** A database that goes away in this moment is asked again; whatever else is in the way stays in the way. */
    private boolean opened() {
        try {
            doors.run();
            open = true;
        } catch (RuntimeException failure) {
            if (!Outage.is(failure)) {
                LOG.log(Level.ERROR, "the calls that were open could not be taken up", failure);
                give(Obstacle.of("the calls that were open could not be taken up; the log has why. Restore the schema from a backup if somebody has changed it by hand."));
            }
        }
        return open;
    }

    private void fail(Obstacle obstacle) {
        give(obstacle);
        throw new NotStarted(obstacle);
    }

    /** Says it, once, and ends the process where it is ours. Elsewhere Eyeline stays closed, and opens when the database has changed its mind. */
    private void give(Obstacle obstacle) {
        if (obstacle.equals(said)) {
            return;
        }
        said = obstacle;
        LOG.log(Level.ERROR, new NotStarted(obstacle).getMessage());
        if (ProcessEnd.isOurs()) {
            ProcessEnd.begin(obstacle.exitCode());
        }
    }
}
