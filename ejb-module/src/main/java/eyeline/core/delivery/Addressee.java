package eyeline.core.delivery;

import eyeline.core.account.AccountId;
import eyeline.core.presence.ConnectionId;

/** To whom a notice goes. */
public sealed interface Addressee {

    /** An answer for each kind: a new kind does not compile until it has one everywhere. */
    interface Reader<R> {
        R everywhere(Everywhere everywhere);

        R socket(Socket socket);

        R watchers(Watchers watchers);
    }

    <R> R read(Reader<R> reader);

    /** Every socket of a person; {@code id} is the PID. */
    record Everywhere(AccountId account, String id) implements Addressee {
        @Override
        public <R> R read(Reader<R> reader) {
            return reader.everywhere(this);
        }
    }

    /** One socket. */
    record Socket(ConnectionId id) implements Addressee {
        @Override
        public <R> R read(Reader<R> reader) {
            return reader.socket(this);
        }
    }

    /** Every socket that watches all conversations of the account (a ConversationFilter with {@code everybody}). */
    record Watchers(AccountId account) implements Addressee {
        @Override
        public <R> R read(Reader<R> reader) {
            return reader.watchers(this);
        }
    }
}
