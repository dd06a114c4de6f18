package eyeline.web.gateway;

import eyeline.core.account.Fence;
import eyeline.core.call.CallRecovery;
import eyeline.core.call.Calls;
import eyeline.core.delivery.Delivery;
import eyeline.core.presence.Whereabouts;
import eyeline.core.start.Opening;
import eyeline.web.http.Faults;
import eyeline.web.socket.Connections;
import eyeline.web.socket.Dismissal;
import eyeline.web.socket.Ending;
import eyeline.web.socket.Link;
import eyeline.web.user.Admission;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Opens the doors, if nothing is in the way: attaches the sockets to the core, takes up the calls that were open, and closes every second those whose time has come. */
@WebListener
public class Startup implements ServletContextListener {

    @Inject
    Opening opening;
    @Inject
    CallRecovery recovery;
    @Inject
    Delivery delivery;
    @Inject
    Connections connections;
    @Inject
    Calls calls;
    @Inject
    Admission admission;
    @Inject
    Faults faults;
    @Inject
    Dismissal dismissal;
    @Resource
    ManagedScheduledExecutorService timers;
    private ScheduledFuture<?> sweep;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        opening.begin(this::open);
        sweep = timers.scheduleWithFixedDelay(this::sweep, 1, 1, TimeUnit.SECONDS);
    }

    /** Before anybody is let in. */
    private void open() {
        delivery.attach(connections);
        recovery.recover();
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        opening.end();
        if (sweep != null) {
            sweep.cancel(false);
        }
    }

    /** An executor does not repeat what threw. */
    private void sweep() {
        try {
            var owners = calls.owners();
            connections.all().forEach(link -> check(link, owners.contains(link.id())));
        } catch (RuntimeException failure) {
            if (!undeployed(failure)) {
                faults.of("the sockets could not be looked at", failure);
            }
        }
    }

    /** While the application is taken away its beans may be gone a moment before this is told. */
    private static boolean undeployed(RuntimeException failure) {
        return failure.getClass().getSimpleName().equals("EJBComponentUnavailableException");
    }

    /** One that fails must not keep the others from being looked at. */
    private void check(Link link, boolean inCall) {
        try {
            if (inCall) {
                link.ask();
            }
            Fence.runWithin(link.door().account(), () -> link.due().ifPresent(ending -> close(link, ending)));
        } catch (RuntimeException failure) {
            faults.of("account=" + link.door().account() + " a socket could not be checked", failure);
        }
    }

    /** One that gives no sign of life will not answer the close either: it is gone at once. */
    private void close(Link link, Ending ending) {
        dismissal.of(link, ending);
        if (ending == Ending.SILENT) {
            admission.leave(link, Whereabouts.LOST);
        }
    }
}
