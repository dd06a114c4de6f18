package eyeline.core.call;

import eyeline.core.account.AccountId;
import eyeline.core.conversation.ConversationId;
import eyeline.core.presence.ConnectionId;

/** The way out for a test about calls: what an agent may invite to is told by nobody here. */
record CallsAlone(CallOutlet announcer) implements CallOutlet {

    @Override
    public void changed(ConversationId conversation, CallId call) {
        announcer.changed(conversation, call);
    }

    @Override
    public void whereabouts(ConversationId conversation, CallId call) {
        announcer.whereabouts(conversation, call);
    }

    @Override
    public void signal(ConnectionId to, CallId call, long round, int seq, String signal) {
        announcer.signal(to, call, round, seq, signal);
    }

    @Override
    public void media(ConnectionId to, CallId call, Party party, MediaState state) {
        announcer.media(to, call, party, state);
    }

    @Override
    public void quality(ConnectionId to, CallId call, Party party, QualityMark mark) {
        announcer.quality(to, call, party, mark);
    }

    @Override
    public void rights(AccountId account, String agentId) {
        // nobody listens
    }
}
