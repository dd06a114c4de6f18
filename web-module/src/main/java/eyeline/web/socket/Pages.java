package eyeline.web.socket;

import eyeline.web.subscription.Behind;

/**
 * Where a socket that is behind gets what it has to hear: on another thread a page is read, and handed to {@link Link#page}, or else
 * {@link Link#unreadable} is told. The link asks for the next when the one before has left.
 */
public interface Pages {

    void read(Link link, Behind behind);
}
