package eyeline.core.call;

import eyeline.core.conversation.ConversationId;
import eyeline.core.presence.Connection;
import eyeline.core.result.RefusalReason;
import eyeline.core.result.Result;
import jakarta.ejb.Stateless;
import java.time.Instant;

/**
 * The façade for calls. Each act names the connection it comes from: that one becomes, or must be, the owner of its side.
 * An act is decided by the insert of its event; it is committed when this returns, and told to both sides after that.
 */
@Stateless
public class Calls {

    /** The answer to an invitation: {@code sessionKey} lets this session take its side up again on another socket. */
    public record Invited(CallId callId, Instant expiresAt, String sessionKey) {
    }

    /** The answer to an acceptance. */
    public record Accepted(CallId callId, String sessionKey) {
    }

    public Result<Invited> invite(Connection agent, ConversationId conversation, CallMode mode) {
        return Result.refused(RefusalReason.NOT_SUPPORTED);
    }

    public Result<Void> cancel(Connection agent, CallId call) {
        return Result.refused(RefusalReason.NOT_SUPPORTED);
    }

    public Result<Accepted> accept(Connection consumer, CallId call, CallMode mode) {
        return Result.refused(RefusalReason.NOT_SUPPORTED);
    }

    public Result<Void> decline(Connection consumer, CallId call) {
        return Result.refused(RefusalReason.NOT_SUPPORTED);
    }

    /** The owner's media is up. */
    public Result<Void> join(Connection participant, CallId call) {
        return Result.refused(RefusalReason.NOT_SUPPORTED);
    }

    public Result<Void> end(Connection participant, CallId call) {
        return Result.refused(RefusalReason.NOT_SUPPORTED);
    }

    public Result<Void> fail(Connection participant, CallId call, Failure failure) {
        return Result.refused(RefusalReason.NOT_SUPPORTED);
    }

    /** Takes a side up again on a new socket. */
    public Result<Void> resume(Connection participant, CallId call, String sessionKey) {
        return Result.refused(RefusalReason.NOT_SUPPORTED);
    }

    /** Passes {@code signal} (JSON text of the signal object, checked by the codec) on to the other side's owner; keeps nothing. */
    public Result<Void> signal(Connection participant, CallId call, int seq, String signal) {
        return Result.refused(RefusalReason.NOT_SUPPORTED);
    }

    /** Tells the other side which of its microphone and camera are on. */
    public Result<Void> setMediaState(Connection participant, CallId call, boolean microphone, boolean camera) {
        return Result.refused(RefusalReason.NOT_SUPPORTED);
    }
}
