package eyeline.core.delivery;

import eyeline.core.account.AccountId;

/**
 * The way out, an interface of the core: the web attaches itself to it ({@link Delivery#attach}). {@code deliver} never
 * blocks and never throws for a slow or vanished receiver; notices for one addressee go out in the order of the calls.
 */
public interface Outbound {

    void deliver(Addressee to, Notice notice);

    /** Looks again which sockets of this account may still be here, and closes the others. */
    default void doubt(AccountId account) {
    }
}
