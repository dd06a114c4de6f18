package eyeline.store.fence;

/**
 * Whose rows this thread may see and write, from here on: an account's, everybody's, or, if nobody said so, none. The database
 * holds to it (V3__fence.sql), whatever a query asks for.
 */
public final class Inside {
    /** All accounts: for the system's own work. Never an account's id. */
    public static final String EVERYWHERE = "*";
    /** No account at all. */
    public static final String NOWHERE = "";

    private static final ThreadLocal<String> ACCOUNT = ThreadLocal.withInitial(() -> NOWHERE);

    private Inside() {
    }

    public static String account() {
        return ACCOUNT.get();
    }

    /** Answers with where the thread was, for the way back. A transaction that has begun to read stays where it is. */
    public static String enter(String account) {
        var before = ACCOUNT.get();
        if (account.equals(NOWHERE)) {
            ACCOUNT.remove();
        } else {
            ACCOUNT.set(account);
        }
        return before;
    }
}
