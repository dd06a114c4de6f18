package eyeline.core.call;

import eyeline.core.account.AccountId;
import eyeline.core.conversation.ConversationId;
import eyeline.core.presence.ConnectionId;

/** What this feature has to tell. {@code delivery} takes it to the people. */
public interface CallOutlet {

    /** A step of a call is committed. */
    void changed(ConversationId conversation, CallId call);

    /** The owner of a side is gone, or a socket took it up again: the facts are the same. */
    void whereabouts(ConversationId conversation, CallId call);

    /** SDP or a candidate of a round for this socket; JSON text, as it came. */
    void signal(ConnectionId to, CallId call, long round, int seq, String signal);

    void media(ConnectionId to, CallId call, Party party, MediaState state);

    /** How {@code party} finds the call, for the other side. */
    void quality(ConnectionId to, CallId call, Party party, QualityMark mark);

    /** What an agent may invite to may have changed, in every open conversation of this agent. */
    void rights(AccountId account, String agentId);
}
