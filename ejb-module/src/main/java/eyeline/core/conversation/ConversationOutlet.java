package eyeline.core.conversation;

import eyeline.core.account.AccountId;
import java.util.List;
import java.util.Set;

/** What this feature has to tell, after the commit. {@code delivery} takes it to the people. */
public interface ConversationOutlet {

    /** Something of the conversation, its calls or its transcript is new. {@code left}: agents who no longer take part. */
    void changed(ConversationId conversation, Set<String> left);

    /** An event that is not kept: typing, presence. */
    void said(Conversation conversation, TranscriptEvent event);

    /** Waiting conversations ring an agent (a PID), or stop to; {@code total} wait for this agent now. */
    void rings(AccountId account, String agentId, List<RingChange> changes, int total);

    /** All who wait for an agent (a PID) now, instead of what was told before. */
    void waiting(AccountId account, String agentId, WaitingPage page);
}
