package eyeline.web.gateway;

import eyeline.core.account.Fence;
import eyeline.core.delivery.Delivery;
import eyeline.web.socket.Connections;
import eyeline.web.socket.Link;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Opens the doors: attaches the sockets to the core, and closes every second those whose time has come. */
@WebListener
public class Startup implements ServletContextListener {

    private static final Logger LOG = System.getLogger("eyeline.socket");

    @Inject
    Delivery delivery;
    @Inject
    Connections connections;
    @Resource
    ManagedScheduledExecutorService timers;
    private ScheduledFuture<?> sweep;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        delivery.attach(connections);
        sweep = timers.scheduleWithFixedDelay(this::sweep, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        sweep.cancel(false);
    }

    private void sweep() {
        connections.all().forEach(this::check);
    }

    /** One that fails must not keep the others from being looked at. */
    private void check(Link link) {
        try {
            Fence.within(link.door().account(), link::due).ifPresent(link::close);
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, () -> "account=" + link.door().account() + " a socket could not be checked", failure);
        }
    }
}
