package eyeline.web.conversation;

import eyeline.core.account.Fence;
import eyeline.core.delivery.Delivery;
import eyeline.core.user.Person;
import eyeline.web.socket.Ending;
import eyeline.web.socket.Link;
import eyeline.web.socket.Pages;
import eyeline.web.subscription.Behind;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.RejectedExecutionException;

/** Reads what sockets have not heard yet, a page at a time. A socket whose page cannot be read is closed, and comes again. */
@ApplicationScoped
public class Replays implements Pages {

    private static final Logger LOG = System.getLogger("eyeline.socket");

    @Inject
    Delivery delivery;
    @Resource
    ManagedExecutorService executor;

    @Override
    public void read(Link link, Behind behind) {
        link.connection().ifPresent(connection -> read(link, connection.person(), behind));
    }

    private void read(Link link, Person person, Behind behind) {
        try {
            executor.execute(() -> Fence.runWithin(person.account(), () -> readNow(link, person, behind)));
        } catch (RejectedExecutionException tooBusy) {
            link.close(Ending.SLOW_READER);
        }
    }

    private void readNow(Link link, Person person, Behind behind) {
        try {
            delivery.page(person, behind.dialog(), behind.from(), page -> link.page(behind, page)).fold(done -> done, refusal -> {
                link.unreadable(behind);
                return null;
            });
        } catch (RuntimeException failure) {
            LOG.log(Level.ERROR, () -> "account=" + person.account() + " conversation=" + behind.dialog() + " a page could not be read", failure);
            link.close(Ending.SLOW_READER);
        }
    }
}
