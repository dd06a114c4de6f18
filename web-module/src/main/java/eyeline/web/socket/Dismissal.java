package eyeline.web.socket;

import eyeline.core.call.CallDepartures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Closes a socket whose time has come. Who may not be here any more leaves the calls first, so that both sides hear of the end, also
 * where a client never answers the close. A consumer whose token has run out comes back with another: the call waits for that.
 */
@ApplicationScoped
public class Dismissal {

    @Inject
    CallDepartures departures;

    /** The caller is inside the account's fence. */
    public void of(Link link, Ending why) {
        if (why == Ending.INVALID_TOKEN && link.connection().isPresent()) {
            departures.sentAway(link.connection().get());
            link.dismiss(why);
        } else {
            link.close(why);
        }
    }
}
