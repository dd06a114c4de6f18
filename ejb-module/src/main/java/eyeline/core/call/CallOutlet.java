package eyeline.core.call;

import eyeline.core.account.AccountId;
import eyeline.core.conversation.ConversationId;
import eyeline.core.presence.ConnectionId;

/** What this feature has to tell. {@code delivery} takes it to the people. */
public interface CallOutlet {

    /** A step of a call is committed. */
    void changed(ConversationId conversation, CallId call);

    /** A socket took a side of the call up again: who owns it is new, the facts are not. */
    void resumed(ConversationId conversation, CallId call);

    /** SDP or a candidate for this socket; JSON text, as it came. */
    void signal(ConnectionId to, CallId call, int seq, String signal);

    void media(ConnectionId to, CallId call, Party party, boolean microphone, boolean camera);

    /** What an agent may invite to may have changed, in every open conversation of this agent. */
    void rights(AccountId account, String agentId);
}
