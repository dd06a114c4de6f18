package eyeline.core.call;

import eyeline.core.user.Departure;
import java.time.Duration;

/** What somebody, or the clock, wants of a call. {@link CallMachine} has an answer to each in every phase. */
public sealed interface CallCommand {

    /** The kind of a command, for switches without a default. */
    enum Kind {
        INVITE, ACCEPT, DECLINE, CANCEL, EXPIRE, JOIN, CHANGE_MODE, HANG_UP, FAIL, LOSE, GIVE_UP, REVOKE, CLOSE_CONVERSATION, LEAVE,
        SHUT_DOWN
    }

    Kind kind();

    /** The agent invites to {@code mode}; the invitation lives for {@code life}. */
    record Invite(CallMode mode, Duration life) implements CallCommand {
        @Override
        public Kind kind() {
            return Kind.INVITE;
        }
    }

    /** The consumer accepts, with {@code mode} of their own. */
    record Accept(CallMode mode) implements CallCommand {
        @Override
        public Kind kind() {
            return Kind.ACCEPT;
        }
    }

    /** The consumer declines. */
    record Decline() implements CallCommand {
        @Override
        public Kind kind() {
            return Kind.DECLINE;
        }
    }

    /** The agent takes the invitation back. */
    record Cancel() implements CallCommand {
        @Override
        public Kind kind() {
            return Kind.CANCEL;
        }
    }

    /** The invitation's time is over. */
    record Expire() implements CallCommand {
        @Override
        public Kind kind() {
            return Kind.EXPIRE;
        }
    }

    /** {@code party}'s media is up. */
    record Join(Party party) implements CallCommand {
        @Override
        public Kind kind() {
            return Kind.JOIN;
        }
    }

    /** {@code party} turns its picture on ({@code VIDEO_CALL}), or makes it a call of voice again for both. */
    record ChangeMode(Party party, CallMode mode) implements CallCommand {
        @Override
        public Kind kind() {
            return Kind.CHANGE_MODE;
        }
    }

    /** {@code party} hangs up. */
    record HangUp(Party party) implements CallCommand {
        @Override
        public Kind kind() {
            return Kind.HANG_UP;
        }
    }

    /** {@code party} cannot go on. */
    record Fail(Party party, Failure failure) implements CallCommand {
        @Override
        public Kind kind() {
            return Kind.FAIL;
        }
    }

    /** {@code party}'s socket has been gone for too long. {@code left}: its page was left, and said so; it did not break. */
    record Lose(Party party, boolean left) implements CallCommand {
        @Override
        public Kind kind() {
            return Kind.LOSE;
        }
    }

    /** Accepted, and not both joined in the time for that. */
    record GiveUp() implements CallCommand {
        @Override
        public Kind kind() {
            return Kind.GIVE_UP;
        }
    }

    /** The right to this call was taken away while it rang. */
    record Revoke() implements CallCommand {
        @Override
        public Kind kind() {
            return Kind.REVOKE;
        }
    }

    /** {@code by} closes the conversation. */
    record CloseConversation(Party by) implements CallCommand {
        @Override
        public Kind kind() {
            return Kind.CLOSE_CONVERSATION;
        }
    }

    /** {@code party} may not be here any more. A closed account is nobody's act ({@link Party#SERVER}). */
    record Leave(Party party, Departure why) implements CallCommand {
        @Override
        public Kind kind() {
            return Kind.LEAVE;
        }
    }

    /** The server that held the call's session data is gone. */
    record ShutDown() implements CallCommand {
        @Override
        public Kind kind() {
            return Kind.SHUT_DOWN;
        }
    }
}
