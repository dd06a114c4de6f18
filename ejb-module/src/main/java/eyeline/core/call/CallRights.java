package eyeline.core.call;

import eyeline.core.account.Account;
import eyeline.core.account.Accounts;
import eyeline.core.conversation.Channel;
import eyeline.core.conversation.Conversation;
import eyeline.core.presence.Connection;
import eyeline.core.presence.Presence;
import eyeline.core.result.Refusal;
import eyeline.core.result.RefusalReason;
import eyeline.core.user.Permission;
import eyeline.core.user.Permissions;
import eyeline.store.call.CallEventStore;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * The one place that decides whether an agent may invite: the channel, the assigned agent, the account's switch, the user's
 * profiles, the window's feature, and room for a call. Answers with why not.
 */
@Stateless
public class CallRights {
    @Inject
    Accounts accounts;
    @Inject
    Permissions permissions;
    @Inject
    Presence presence;
    @Inject
    CallEventStore calls;

    /** Whether this agent could invite to {@code mode} in this conversation now. */
    public CallRight right(Conversation conversation, String agentId, CallMode mode) {
        return new CallRight(standing(conversation, agentId, mode)
                .or(() -> window(conversation))
                .or(() -> room(conversation, agentId)));
    }

    /** What must hold at the invitation and still at the acceptance (P4): everything but window and room. */
    public Optional<Refusal> standing(Conversation conversation, String agentId, CallMode mode) {
        var account = accounts.find(conversation.account());
        if (conversation.channel() != Channel.WEB_MESSAGING) {
            return Optional.of(RefusalReason.CHANNEL_WITHOUT_CALLS.refusal());
        }
        if (!conversation.open()) {
            return Optional.of(RefusalReason.CONVERSATION_CLOSED.refusal());
        }
        if (conversation.assignedAgent().filter(a -> a.id().equals(agentId)).isEmpty()) {
            return Optional.of(RefusalReason.NOT_ASSIGNED.refusal());
        }
        var off = account.map(a -> switchedOff(a, mode)).orElse(Optional.of(RefusalReason.SWITCHED_OFF.refusal()));
        if (off.isPresent()) {
            return off;
        }
        return permissions.has(agentId, permission(mode)) ? Optional.empty()
                : Optional.of(RefusalReason.NOT_PERMITTED.because("Your profile does not allow " + named(mode).toLowerCase()
                        + " calls."));
    }

    private Optional<Refusal> window(Conversation conversation) {
        var windows = presence.of(conversation.account(), conversation.consumerId());
        if (windows.isEmpty()) {
            return Optional.of(RefusalReason.CONSUMER_AWAY.refusal());
        }
        return windows.stream().anyMatch(Connection::takesCalls) ? Optional.empty()
                : Optional.of(RefusalReason.WINDOW_WITHOUT_CALLS.refusal());
    }

    private Optional<Refusal> room(Conversation conversation, String agentId) {
        if (calls.openCallOf(conversation.id().value()).isPresent()) {
            return Optional.of(RefusalReason.CALL_OPEN.refusal());
        }
        var most = accounts.find(conversation.account()).map(Account::callsPerAgent).orElse(0);
        return calls.openCallsOfAgent(agentId).size() < most ? Optional.empty()
                : Optional.of(RefusalReason.AGENT_BUSY.refusal());
    }

    /** What the operator or the account has switched off, above every profile (P3). */
    static Optional<Refusal> switchedOff(Account account, CallMode mode) {
        var allowed = switch (mode) {
            case VOICE_CALL -> account.voiceAllowed();
            case VIDEO_CALL -> account.videoAllowed();
        };
        var on = switch (mode) {
            case VOICE_CALL -> account.voice();
            case VIDEO_CALL -> account.video();
        };
        return allowed && on ? Optional.empty() : Optional.of(RefusalReason.SWITCHED_OFF.because(named(mode)
                + (allowed ? " calls are switched off for your account." : " calls are switched off by the operator of this installation.")));
    }

    private static Permission permission(CallMode mode) {
        return switch (mode) {
            case VOICE_CALL -> Permission.INITIATE_VOICE_CONVERSATION;
            case VIDEO_CALL -> Permission.INITIATE_LIVE_VIDEO_CONVERSATION;
        };
    }

    private static String named(CallMode mode) {
        return switch (mode) {
            case VOICE_CALL -> "Voice";
            case VIDEO_CALL -> "Video";
        };
    }
}
