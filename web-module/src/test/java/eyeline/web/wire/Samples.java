package eyeline.web.wire;

import eyeline.core.account.AccountId;
import eyeline.core.call.CallId;
import eyeline.core.call.CallMode;
import eyeline.core.call.CallPhase;
import eyeline.core.call.CallView;
import eyeline.core.call.Cause;
import eyeline.core.call.EndReason;
import eyeline.core.conversation.Audience;
import eyeline.core.conversation.Channel;
import eyeline.core.conversation.Conversation;
import eyeline.core.conversation.ConversationId;
import eyeline.core.conversation.ConversationParticipant;
import eyeline.core.conversation.ConversationState;
import eyeline.core.conversation.ParticipantRole;
import eyeline.core.conversation.Ring;
import eyeline.core.conversation.TranscriptEvent;
import eyeline.core.delivery.ConversationView;
import eyeline.core.presence.ConnectionId;
import eyeline.core.presence.Whereabouts;
import eyeline.core.relay.MediaConnection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the documents' examples are about, in the words of the core. */
public final class Samples {

    public static final AccountId ACCOUNT = new AccountId("70012345");
    public static final ConversationId CONVERSATION = ConversationId.of("8d0f5a1e-1111-4c1c-9a51-5c1b6b1d0a01");
    static final long ROUND = 1_790_000_013_000L;
    public static final CallId CALL = CallId.of("b7e3f0d2-4444-4a51-9d0e-7c1f2a3b4c5d");
    public static final String CONSUMER = "c0ffee00-2222-4b6e-8f7a-000000000001";
    public static final String AGENT = "a9a1b2c3-0000-5000-8000-000000000501";
    public static final ConnectionId CONSUMER_SOCKET = ConnectionId.random();
    public static final ConnectionId AGENT_SOCKET = ConnectionId.random();
    private static final Instant START = Instant.ofEpochMilli(1_790_000_000_000L);

    private Samples() {
    }

    public static Conversation conversation(ConversationState state, long updatedMs) {
        return new Conversation(CONVERSATION, ACCOUNT, CONSUMER, Conversation.NO_SKILL, Channel.WEB_MESSAGING, state, START,
                state == ConversationState.OPEN ? Optional.empty() : Optional.of(Instant.ofEpochMilli(updatedMs)),
                Optional.empty(), Optional.empty(), new Conversation.TimeToRespond("NORMAL", 3600), Optional.empty(), updatedMs,
                List.of(new ConversationParticipant(AGENT, "70012345.501", "Ana", ParticipantRole.ASSIGNED_AGENT)));
    }

    public static ConversationView view(ConversationState state, long updatedMs) {
        return new ConversationView(conversation(state, updatedMs), List.of(), Optional.empty());
    }

    public static ConversationView withCall(CallPhase phase) {
        return new ConversationView(conversation(ConversationState.OPEN, 1_790_000_010_250L), List.of(call(phase)), Optional.empty());
    }

    public static CallView call(CallPhase phase) {
        var ended = phase == CallPhase.ENDED;
        var accepted = phase != CallPhase.INVITED;
        return new CallView(CALL, CONVERSATION, ended ? 5 : 4, phase, CallMode.VIDEO_CALL,
                accepted ? Optional.of(CallMode.VIDEO_CALL) : Optional.empty(), AGENT, "70012345.501", "Ana", CONSUMER, false, false, phase.connecting(),
                Instant.ofEpochMilli(1_790_000_010_250L), Instant.ofEpochMilli(1_790_000_130_250L),
                ended || phase == CallPhase.ACTIVE ? Optional.of(Instant.ofEpochMilli(1_790_000_015_000L)) : Optional.empty(),
                ended ? Optional.of(new CallView.Ending(Instant.ofEpochMilli(1_790_000_075_000L), EndReason.CONSUMER,
                        Cause.HUNG_UP, Optional.empty(), 60_000)) : Optional.empty(),
                Optional.of(AGENT_SOCKET), accepted ? Optional.of(CONSUMER_SOCKET) : Optional.empty(),
                Optional.of("5e5e5e5e-4444-4a51-9d0e-7c1f2a3b4c5d"), Optional.empty(), Optional.empty(),
                phase.connecting() ? Optional.of(sides()) : Optional.empty(), Optional.of("v=0\r\n…"));
    }

    /** An accepted call, with how each side connects. */
    public static CallView connecting() {
        var connection = Optional.of(new MediaConnection(true, List.of(new MediaConnection.Server(
                "turns:turn.example.org:5349?transport=tcp", Optional.of("1790000190:p-7f3a"),
                Optional.of("9bkTq0m5bqGm0u1vX1c0qk5n2mE="))), 2600, 64));
        var call = call(CallPhase.ACCEPTED);
        return new CallView(call.id(), call.conversationId(), 2, call.phase(), call.mode(), call.acceptedMode(), call.agentId(),
                call.agentOldId(), call.agentName(), call.consumerId(), false, false, true, call.invitedAt(), call.expiresAt(),
                call.activeSince(), call.ending(), call.agentOwner(), call.consumerOwner(), call.serviceSecret(), connection, connection, call.sides(), call.offer());
    }

    private static CallView.Sides sides() {
        return new CallView.Sides(ROUND, Whereabouts.HERE, Whereabouts.HERE);
    }

    public static TranscriptEvent event(int sequence, Audience audience) {
        return new TranscriptEvent(CONVERSATION.value(), sequence, CONVERSATION, AGENT, ParticipantRole.ASSIGNED_AGENT, audience,
                Instant.ofEpochMilli(1_790_000_004_100L),
                "{\"type\":\"ContentEvent\",\"contentType\":\"text/plain\",\"message\":\"How can I help?\"}", Optional.empty());
    }

    public static Ring ring() {
        return new Ring(ACCOUNT, CONVERSATION, CONSUMER, Conversation.NO_SKILL, START);
    }
}
