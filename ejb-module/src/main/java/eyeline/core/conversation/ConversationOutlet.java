package eyeline.core.conversation;

import java.util.Set;

/** What this feature has to tell, after the commit. {@code delivery} takes it to the people. */
public interface ConversationOutlet {

    /** Something of the conversation, its calls or its transcript is new. {@code left}: agents who no longer take part. */
    void changed(ConversationId conversation, Set<String> left);

    /** An event that is not kept: typing, presence. */
    void said(Conversation conversation, TranscriptEvent event);

    /** A waiting conversation rings an agent, or stops to. {@code agentId}: a PID. */
    void ring(String agentId, Ring ring, boolean ringing);
}
