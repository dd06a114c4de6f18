package eyeline.core.call;

import eyeline.core.call.CallCommand.Accept;
import eyeline.core.call.CallCommand.ChangeMode;
import eyeline.core.call.CallCommand.CloseConversation;
import eyeline.core.call.CallCommand.Fail;
import eyeline.core.call.CallCommand.HangUp;
import eyeline.core.call.CallCommand.Invite;
import eyeline.core.call.CallCommand.Join;
import eyeline.core.call.CallCommand.Leave;
import eyeline.core.call.CallCommand.Lose;
import eyeline.core.result.RefusalReason;
import eyeline.core.result.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The life of a call: a pure and total function from a state, a command and the server's time to the one event that
 * follows, or a refusal. The table in ejb-module/README.md is checked against it. Who may send a command is not asked here.
 */
public final class CallMachine {

    private CallMachine() {
    }

    /** The event that the command makes true now, or why not. */
    public static Result<CallEvent> apply(CallState state, CallCommand command, Instant now) {
        return apply(state, command, now, now);
    }

    /** {@code alive}: until when the call is known to have lived. An end that is noticed later does not make it longer. */
    static Result<CallEvent> apply(CallState state, CallCommand command, Instant now, Instant alive) {
        return decided(state, command, now).map(event -> event instanceof CallEvent.Ended ended && alive.isBefore(now)
                ? lasting(ended, duration(state, alive)) : event);
    }

    private static CallEvent lasting(CallEvent.Ended ended, Duration duration) {
        return new CallEvent.Ended(ended.at(), ended.by(), ended.endReason(), ended.cause(), ended.errorId(), duration, ended.joined());
    }

    private static Result<CallEvent> decided(CallState state, CallCommand command, Instant now) {
        return switch (command.kind()) {
            case INVITE -> invite(state, (Invite) command, now);
            case ACCEPT -> accept(state, (Accept) command, now);
            case DECLINE -> whileRinging(state, ended(state, now, Party.CONSUMER, Cause.DECLINED));
            case CANCEL -> whileRinging(state, ended(state, now, Party.AGENT, Cause.CANCELLED));
            case EXPIRE -> expire(state, now);
            case JOIN -> join(state, ((Join) command).party(), now);
            case CHANGE_MODE -> changeMode(state, (ChangeMode) command, now);
            case HANG_UP -> hangUp(state, ((HangUp) command).party(), now);
            case FAIL -> fail(state, (Fail) command, now);
            case LOSE -> lose(state, (Lose) command, now);
            case GIVE_UP -> giveUp(state, now);
            case REVOKE -> whileRinging(state, ended(state, now, Party.SERVER, Cause.PERMISSION_REVOKED));
            case CLOSE_CONVERSATION -> whileOpen(state,
                    ended(state, now, ((CloseConversation) command).by(), Cause.CONVERSATION_CLOSED));
            case LEAVE -> leave(state, (Leave) command, now);
            case SHUT_DOWN -> whileOpen(state, ended(state, now, Party.SERVER, Cause.SERVER_SHUTDOWN));
        };
    }

    private static Result<CallEvent> invite(CallState state, Invite command, Instant now) {
        return switch (state.phase()) {
            case NONE -> Result.done(new CallEvent.Invited(now, command.mode(), now.plus(command.life())));
            case INVITED, ACCEPTED, CONSUMER_JOINED, AGENT_JOINED, ACTIVE, ENDED -> wrongState();
        };
    }

    /** An accept that comes after the invitation's time is the expiry, whoever of the two is first to be looked at. */
    private static Result<CallEvent> accept(CallState state, Accept command, Instant now) {
        return switch (state.phase()) {
            case NONE -> unknown();
            case INVITED -> Result.done(
                    expired(state, now) ? expiry(state, now) : new CallEvent.Accepted(now, command.mode()));
            case ACCEPTED, CONSUMER_JOINED, AGENT_JOINED, ACTIVE, ENDED -> wrongState();
        };
    }

    /** The timer may be early by what clocks differ; then the invitation still stands. */
    private static Result<CallEvent> expire(CallState state, Instant now) {
        return switch (state.phase()) {
            case NONE -> unknown();
            case INVITED -> expired(state, now) ? Result.done(expiry(state, now)) : wrongState();
            case ACCEPTED, CONSUMER_JOINED, AGENT_JOINED, ACTIVE, ENDED -> wrongState();
        };
    }

    private static Result<CallEvent> join(CallState state, Party party, Instant now) {
        return switch (state.phase()) {
            case NONE -> unknown();
            case ACCEPTED -> Result.done(new CallEvent.Joined(now, party));
            case CONSUMER_JOINED -> party == Party.AGENT ? Result.done(new CallEvent.Joined(now, party)) : wrongState();
            case AGENT_JOINED -> party == Party.CONSUMER ? Result.done(new CallEvent.Joined(now, party)) : wrongState();
            case INVITED, ACTIVE, ENDED -> wrongState();
        };
    }

    /** Only while both are together, and only to what that side does not have already. */
    private static Result<CallEvent> changeMode(CallState state, ChangeMode command, Instant now) {
        return switch (state.phase()) {
            case NONE -> unknown();
            case ACTIVE -> state.modeOf(command.party(), command.mode()).equals(Optional.of(command.mode())) ? wrongState()
                    : Result.done(new CallEvent.ModeChanged(now, command.party(), command.mode()));
            case INVITED, ACCEPTED, CONSUMER_JOINED, AGENT_JOINED, ENDED -> wrongState();
        };
    }

    /** Hanging up while it rings is what that side's button says then: cancel or decline. */
    private static Result<CallEvent> hangUp(CallState state, Party party, Instant now) {
        return switch (state.phase()) {
            case NONE -> unknown();
            case INVITED -> Result.done(
                    ended(state, now, party, party == Party.AGENT ? Cause.CANCELLED : Cause.DECLINED));
            case ACCEPTED, CONSUMER_JOINED, AGENT_JOINED, ACTIVE -> Result.done(ended(state, now, party, Cause.HUNG_UP));
            case ENDED -> wrongState();
        };
    }

    private static Result<CallEvent> fail(CallState state, Fail command, Instant now) {
        var failure = command.failure();
        return whileOpen(state, ended(state, now, command.party(), endReason(command.party()), failure.cause(),
                Optional.of(failure.errorId())));
    }

    /** While it rings nobody owns the consumer's side, so only the agent can be lost. */
    private static Result<CallEvent> lose(CallState state, Lose command, Instant now) {
        return switch (state.phase()) {
            case NONE -> unknown();
            case INVITED -> command.party() == Party.AGENT ? Result.done(loss(state, command, now)) : wrongState();
            case ACCEPTED, CONSUMER_JOINED, AGENT_JOINED, ACTIVE -> Result.done(loss(state, command, now));
            case ENDED -> wrongState();
        };
    }

    private static Result<CallEvent> giveUp(CallState state, Instant now) {
        return switch (state.phase()) {
            case NONE -> unknown();
            case ACCEPTED, CONSUMER_JOINED, AGENT_JOINED -> Result.done(ended(state, now, Party.SERVER, EndReason.TIMEOUT,
                    Cause.NOT_AGREED, Optional.of(ErrorId.UNABLE_TO_CONNECT)));
            case INVITED, ACTIVE, ENDED -> wrongState();
        };
    }

    private static Result<CallEvent> leave(CallState state, Leave command, Instant now) {
        return whileOpen(state, ended(state, now, command.party(), switch (command.why()) {
            case LOGGED_OUT -> Cause.LOGGED_OUT;
            case LOGIN_ENDED -> Cause.LOGIN_ENDED;
            case ACCOUNT_CLOSED -> Cause.ACCOUNT_CLOSED;
        }));
    }

    private static Result<CallEvent> whileRinging(CallState state, CallEvent event) {
        return switch (state.phase()) {
            case NONE -> unknown();
            case INVITED -> Result.done(event);
            case ACCEPTED, CONSUMER_JOINED, AGENT_JOINED, ACTIVE, ENDED -> wrongState();
        };
    }

    private static Result<CallEvent> whileOpen(CallState state, CallEvent event) {
        return switch (state.phase()) {
            case NONE -> unknown();
            case INVITED, ACCEPTED, CONSUMER_JOINED, AGENT_JOINED, ACTIVE -> Result.done(event);
            case ENDED -> wrongState();
        };
    }

    private static boolean expired(CallState state, Instant now) {
        return !now.isBefore(state.expiresAt().orElseThrow());
    }

    private static CallEvent expiry(CallState state, Instant now) {
        return ended(state, now, Party.SERVER, EndReason.TIMEOUT, Cause.EXPIRED, Optional.empty());
    }

    private static CallEvent loss(CallState state, Lose command, Instant now) {
        var party = command.party();
        var errorId = party == Party.AGENT ? ErrorId.AGENT_DISCONNECTED : ErrorId.CONSUMER_DISCONNECTED;
        return ended(state, now, party, endReason(party), command.left() ? Cause.PAGE_LEFT : Cause.CONNECTION_LOST,
                Optional.of(errorId));
    }

    private static CallEvent ended(CallState state, Instant now, Party by, Cause cause) {
        return ended(state, now, by, endReason(by), cause, Optional.empty());
    }

    private static CallEvent ended(CallState state, Instant now, Party by, EndReason endReason, Cause cause,
            Optional<ErrorId> errorId) {
        return new CallEvent.Ended(now, by, endReason, cause, errorId, duration(state, now), joined(state.phase()));
    }

    private static Duration duration(CallState state, Instant end) {
        var duration = state.activeSince().map(since -> Duration.between(since, end)).orElse(Duration.ZERO);
        return duration.isNegative() ? Duration.ZERO : duration;
    }

    private static int joined(CallPhase phase) {
        return switch (phase) {
            case NONE, INVITED, ACCEPTED, ENDED -> 0;
            case CONSUMER_JOINED, AGENT_JOINED -> 1;
            case ACTIVE -> 2;
        };
    }

    private static EndReason endReason(Party party) {
        return switch (party) {
            case AGENT -> EndReason.AGENT;
            case CONSUMER -> EndReason.CONSUMER;
            case SERVER -> EndReason.SERVER;
        };
    }

    private static Result<CallEvent> wrongState() {
        return Result.refused(RefusalReason.WRONG_STATE);
    }

    private static Result<CallEvent> unknown() {
        return Result.refused(RefusalReason.NOT_FOUND);
    }
}
