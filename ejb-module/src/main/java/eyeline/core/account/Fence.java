package eyeline.core.account;

import eyeline.store.fence.Inside;

/**
 * The second wall (docs/adr/0007): what a thread does inside the fence of an account, the database does with the rows of that
 * account alone. Every door enters it before the rules are asked; who forgets finds nothing. Enter before the transaction begins.
 */
public final class Fence {

    /** Something to do inside. */
    public interface Work<T, X extends Throwable> {
        T get() throws X;
    }

    private Fence() {
    }

    public static <T, X extends Throwable> T within(AccountId account, Work<T, X> work) throws X {
        return inside(account.value(), work);
    }

    /** For what is the system's own work, or an operator's, and for finding out whose a secret is. */
    public static <T, X extends Throwable> T everywhere(Work<T, X> work) throws X {
        return inside(Inside.EVERYWHERE, work);
    }

    /** For who will say later whose it is, by {@link #narrow} or {@link #widen}. */
    public static <T, X extends Throwable> T nowhere(Work<T, X> work) throws X {
        return inside(Inside.NOWHERE, work);
    }

    public static void runWithin(AccountId account, Runnable work) {
        within(account, () -> done(work));
    }

    public static void runEverywhere(Runnable work) {
        everywhere(() -> done(work));
    }

    /** From here to the end of the work that is being done: this account's rows alone. */
    public static void narrow(AccountId account) {
        Inside.enter(account.value());
    }

    /** From here to the end of the work that is being done: everybody's. */
    public static void widen() {
        Inside.enter(Inside.EVERYWHERE);
    }

    private static Void done(Runnable work) {
        work.run();
        return null;
    }

    private static <T, X extends Throwable> T inside(String account, Work<T, X> work) throws X {
        var before = Inside.enter(account);
        try {
            return work.get();
        } finally {
            Inside.enter(before);
        }
    }
}
