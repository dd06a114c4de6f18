package eyeline.core.call;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A call as its events tell it. {@code seq} is the number of events so far. */
public record CallState(
        int seq,
        CallPhase phase,
        Optional<CallMode> mode,
        Optional<CallMode> acceptedMode,
        Optional<Instant> invitedAt,
        Optional<Instant> expiresAt,
        Optional<Instant> activeSince,
        Optional<CallEvent.Ended> ending) {

    /** Nobody has invited yet. */
    public static final CallState NONE = new CallState(0, CallPhase.NONE, Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** The state that a list of events amounts to. */
    public static CallState of(List<CallEvent> events) {
        var state = NONE;
        for (var event : events) {
            state = state.after(event);
        }
        return state;
    }

    /** This state with one event more. */
    public CallState after(CallEvent event) {
        return event.read(new After(this));
    }

    /** What each event makes of a state. */
    private record After(CallState state) implements CallEvent.Reader<CallState> {
        @Override
        public CallState invited(CallEvent.Invited e) {
            return new CallState(state.seq + 1, CallPhase.INVITED, Optional.of(e.mode()), Optional.empty(), Optional.of(e.at()), Optional.of(e.expiresAt()),
                    Optional.empty(), Optional.empty());
        }

        @Override
        public CallState accepted(CallEvent.Accepted e) {
            return new CallState(state.seq + 1, CallPhase.ACCEPTED, state.mode, Optional.of(e.mode()), state.invitedAt, state.expiresAt, state.activeSince,
                    state.ending);
        }

        @Override
        public CallState joined(CallEvent.Joined e) {
            var second = state.phase == CallPhase.AGENT_JOINED || state.phase == CallPhase.CONSUMER_JOINED;
            var next = second ? CallPhase.ACTIVE : e.party() == Party.AGENT ? CallPhase.AGENT_JOINED : CallPhase.CONSUMER_JOINED;
            return new CallState(state.seq + 1, next, state.mode, state.acceptedMode, state.invitedAt, state.expiresAt,
                    second ? Optional.of(e.at()) : state.activeSince, state.ending);
        }

        @Override
        public CallState modeChanged(CallEvent.ModeChanged e) {
            return new CallState(state.seq + 1, state.phase, Optional.of(e.mode()), acceptedModeAfter(e), state.invitedAt, state.expiresAt, state.activeSince,
                    state.ending);
        }

        @Override
        public CallState ended(CallEvent.Ended e) {
            return new CallState(state.seq + 1, CallPhase.ENDED, state.mode, state.acceptedMode, state.invitedAt, state.expiresAt, state.activeSince,
                    Optional.of(e));
        }

        /** A picture of the agent's leaves it to the consumer whether to show theirs; voice is for both. */
        private Optional<CallMode> acceptedModeAfter(CallEvent.ModeChanged e) {
            return e.party() == Party.CONSUMER || e.mode() == CallMode.VOICE_CALL ? Optional.of(e.mode()) : state.acceptedMode;
        }
    }

    /** What a side would change by asking for {@code wanted}: voice is of the whole call, the consumer's picture its own. */
    Optional<CallMode> modeOf(Party party, CallMode wanted) {
        return party == Party.CONSUMER && wanted == CallMode.VIDEO_CALL ? acceptedMode : mode;
    }
}
