package eyeline.core.call;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Something that happened to a call: a fact, kept for ever. A call is the list of its events. */
public sealed interface CallEvent {

    /** An answer for each kind: a new kind does not compile until it has one everywhere. */
    interface Reader<R> {
        R invited(Invited invited);

        R accepted(Accepted accepted);

        R joined(Joined joined);

        R modeChanged(ModeChanged modeChanged);

        R ended(Ended ended);
    }

    <R> R read(Reader<R> reader);

    Instant at();

    /** The agent invited. */
    record Invited(Instant at, CallMode mode, Instant expiresAt) implements CallEvent {
        @Override
        public <R> R read(Reader<R> reader) {
            return reader.invited(this);
        }
    }

    /** The consumer accepted, to this mode of their own. */
    record Accepted(Instant at, CallMode mode) implements CallEvent {
        @Override
        public <R> R read(Reader<R> reader) {
            return reader.accepted(this);
        }
    }

    /** A side's media is up. */
    record Joined(Instant at, Party party) implements CallEvent {
        @Override
        public <R> R read(Reader<R> reader) {
            return reader.joined(this);
        }
    }

    /** A running call became a video call by {@code party}'s picture, or by {@code party}'s wish one of voice again for both. */
    record ModeChanged(Instant at, Party party, CallMode mode) implements CallEvent {
        @Override
        public <R> R read(Reader<R> reader) {
            return reader.modeChanged(this);
        }
    }

    /** The end. {@code by}: whose act or failure it was. {@code duration} runs from both joined; {@code joined}: how many had. */
    record Ended(Instant at, Party by, EndReason endReason, Cause cause, Optional<ErrorId> errorId, Duration duration,
            int joined) implements CallEvent {
        @Override
        public <R> R read(Reader<R> reader) {
            return reader.ended(this);
        }
    }
}
