package eyeline.core.delivery;

import eyeline.core.account.AccountId;
import eyeline.core.presence.ConnectionId;

/** To whom a notice goes. */
public sealed interface Addressee {

    /** Every socket of a person; {@code id} is the PID. */
    record Everywhere(AccountId account, String id) implements Addressee {
    }

    /** One socket. */
    record Socket(ConnectionId id) implements Addressee {
    }

    /** Every socket that watches all conversations of the account (a ConversationFilter with {@code everybody}). */
    record Watchers(AccountId account) implements Addressee {
    }
}
