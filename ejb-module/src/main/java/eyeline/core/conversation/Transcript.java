package eyeline.core.conversation;

import eyeline.core.result.RefusalReason;
import eyeline.core.result.Result;
import eyeline.core.user.Person;
import jakarta.ejb.Stateless;

/** The façade for what is said in a conversation. */
@Stateless
public class Transcript {

    /** Publishes; answers with the event's sequence, 0 for one that is not kept. It is committed when this returns. */
    public Result<Integer> publish(Person person, Publication publication) {
        return Result.refused(RefusalReason.NOT_SUPPORTED);
    }
}
