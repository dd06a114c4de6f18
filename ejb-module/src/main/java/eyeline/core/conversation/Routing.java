package eyeline.core.conversation;

import eyeline.core.result.RefusalReason;
import eyeline.core.result.Result;
import eyeline.core.user.Agent;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;

/** Who is rung for a waiting conversation, and who gets it (V4). */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class Routing {

    /** NOT_PERMITTED for a user without the agent role. */
    public Result<Void> setAvailability(Agent agent, Availability availability) {
        return Result.refused(RefusalReason.NOT_SUPPORTED);
    }

    /** The agent takes the conversation that rings. TAKEN for the second. */
    public Result<Void> accept(Agent agent, ConversationId ring) {
        return Result.refused(RefusalReason.NOT_SUPPORTED);
    }

    /** The agent does not want it: it stops ringing there until the agent's next ONLINE. */
    public Result<Void> reject(Agent agent, ConversationId ring) {
        return Result.refused(RefusalReason.NOT_SUPPORTED);
    }
}
