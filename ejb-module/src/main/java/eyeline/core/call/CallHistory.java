package eyeline.core.call;

import eyeline.core.account.AccountId;
import eyeline.core.conversation.ConversationId;
import eyeline.store.call.CallEventRow;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Between the rows of the event log and the events: a call's parties and its state, folded from what is kept. */
record CallHistory(CallId id, CallParties parties, CallState state, List<CallEvent> events) {

    /** Nothing for a call that never was. */
    static Optional<CallHistory> of(CallId id, List<CallEventRow> rows) {
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        var first = rows.get(0);
        var parties = new CallParties(new AccountId(first.accountId), new ConversationId(first.conversationId), first.agentId,
                first.consumerId);
        var events = rows.stream().map(CallHistory::event).toList();
        return Optional.of(new CallHistory(id, parties, CallState.of(events), events));
    }

    /** The row that keeps an event as number {@code seq} of a call. */
    static CallEventRow row(CallId id, CallParties parties, int seq, CallEvent event) {
        var row = new CallEventRow();
        row.callId = id.value();
        row.seq = seq;
        row.accountId = parties.account().value();
        row.conversationId = parties.conversation().value();
        row.agentId = parties.agentId();
        row.consumerId = parties.consumerId();
        row.at = event.at();
        return event.read(new Filling(row, parties));
    }

    /** Writes what an event says into its row. */
    private record Filling(CallEventRow row, CallParties parties) implements CallEvent.Reader<CallEventRow> {
        @Override
        public CallEventRow invited(CallEvent.Invited invited) {
            row.mode = invited.mode().name();
            row.expiresAt = invited.expiresAt();
            return by("INVITED", Party.AGENT);
        }

        @Override
        public CallEventRow accepted(CallEvent.Accepted accepted) {
            row.mode = accepted.mode().name();
            return by("ACCEPTED", Party.CONSUMER);
        }

        @Override
        public CallEventRow joined(CallEvent.Joined joined) {
            return by(joined.party() == Party.AGENT ? "AGENT_JOINED" : "CONSUMER_JOINED", joined.party());
        }

        @Override
        public CallEventRow modeChanged(CallEvent.ModeChanged changed) {
            row.mode = changed.mode().name();
            return by("MODE_CHANGED", changed.party());
        }

        @Override
        public CallEventRow ended(CallEvent.Ended ended) {
            row.endReason = ended.endReason().name();
            row.cause = ended.cause().name();
            row.errorId = ended.errorId().map(Enum::name).orElse(null);
            row.durationMs = ended.duration().toMillis();
            row.participants = ended.joined();
            return by("ENDED", ended.by());
        }

        private CallEventRow by(String type, Party party) {
            row.type = type;
            row.party = party.name();
            row.participantId = switch (party) {
                case AGENT -> parties.agentId();
                case CONSUMER -> parties.consumerId();
                case SERVER -> null;
            };
            return row;
        }
    }

    private static CallEvent event(CallEventRow row) {
        return switch (row.type) {
            case "INVITED" -> new CallEvent.Invited(row.at, CallMode.valueOf(row.mode), row.expiresAt);
            case "ACCEPTED" -> new CallEvent.Accepted(row.at, CallMode.valueOf(row.mode));
            case "AGENT_JOINED" -> new CallEvent.Joined(row.at, Party.AGENT);
            case "CONSUMER_JOINED" -> new CallEvent.Joined(row.at, Party.CONSUMER);
            case "MODE_CHANGED" -> new CallEvent.ModeChanged(row.at, Party.valueOf(row.party), CallMode.valueOf(row.mode));
            case "ENDED" -> new CallEvent.Ended(row.at, Party.valueOf(row.party), EndReason.valueOf(row.endReason),
                    Cause.valueOf(row.cause), Optional.ofNullable(row.errorId).map(ErrorId::valueOf),
                    Duration.ofMillis(row.durationMs), row.participants);
            default -> throw new IllegalStateException("unknown event type in the log: " + row.type);
        };
    }
}
