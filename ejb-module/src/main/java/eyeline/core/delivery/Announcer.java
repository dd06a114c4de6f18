package eyeline.core.delivery;

import eyeline.core.account.AccountId;
import eyeline.core.call.CallId;
import eyeline.core.call.CallMode;
import eyeline.core.call.CallOutlet;
import eyeline.core.call.CallReader;
import eyeline.core.call.CallRights;
import eyeline.core.call.CallView;
import eyeline.core.call.MediaState;
import eyeline.core.call.Party;
import eyeline.core.call.QualityMark;
import eyeline.core.conversation.Conversation;
import eyeline.core.conversation.ConversationId;
import eyeline.core.conversation.ConversationOutlet;
import eyeline.core.conversation.ConversationParticipant;
import eyeline.core.conversation.ConversationReader;
import eyeline.core.conversation.RingChange;
import eyeline.core.conversation.TranscriptEvent;
import eyeline.core.conversation.WaitingPage;
import eyeline.core.presence.ConnectionId;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Local;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells people what was committed. Whoever has committed something says only which conversation it was; under the
 * conversation's lock everything that is in the database and was not told yet goes out in its order, so nothing is told before
 * its commit, nothing twice, and nothing out of order, however many commit at once.
 */
@Singleton
@LocalBean
@Local({ConversationOutlet.class, CallOutlet.class})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Announcer implements ConversationOutlet, CallOutlet {
    private final Order order = new Order();
    private final Told told = new Told();
    private volatile Outbound outbound = (to, notice) -> { };

    @Inject
    ConversationViews views;
    @Inject
    ConversationReader conversations;
    @Inject
    CallReader calls;
    @Inject
    CallRights rights;

    public void attach(Outbound web) {
        outbound = web;
    }

    /** Something changed after which somebody of this account may have to go. */
    public void doubt(AccountId account) {
        outbound.doubt(account);
    }

    /** Does something while nothing new of the conversation can be told. */
    public void whileNothingIsTold(ConversationId id, Runnable something) {
        synchronized (order.of(id)) {
            something.run();
        }
    }

    @Override
    public void changed(ConversationId id, Set<String> left) {
        synchronized (order.of(id)) {
            views.find(id).ifPresent(view -> {
                tell(view, left);
                tellRights(view.conversation());
            });
        }
    }

    @Override
    public void changed(ConversationId id, CallId call) {
        synchronized (order.of(id)) {
            // the call first: its people wait for each other
            var mark = told.mark(id);
            for (var step : calls.stepsAfter(call, mark.calls.getOrDefault(call, 0))) {
                tell(step);
                mark.calls.put(call, step.seq());
            }
            views.find(id).ifPresent(view -> tell(view, Set.of())); // the rights follow the call's steps (CallSteps)
        }
    }

    @Override
    public void whereabouts(ConversationId id, CallId call) {
        synchronized (order.of(id)) {
            calls.view(call).ifPresent(this::tell);
        }
    }

    @Override
    public void said(Conversation conversation, TranscriptEvent event) {
        var notice = new Notice.TranscriptAppended(conversation.id(), List.of(event));
        audience(conversation, Set.of()).forEach(to -> outbound.deliver(to, notice));
    }

    @Override
    public void rings(AccountId account, String agentId, List<RingChange> changes, int total) {
        outbound.deliver(new Addressee.Everywhere(account, agentId), new Notice.RingsChanged(changes, total));
    }

    @Override
    public void waiting(AccountId account, String agentId, WaitingPage page) {
        outbound.deliver(new Addressee.Everywhere(account, agentId), new Notice.WaitingShown(page));
    }

    @Override
    public void signal(ConnectionId to, CallId call, long round, int seq, String signal) {
        outbound.deliver(new Addressee.Socket(to), new Notice.CallSignalled(call, round, seq, signal));
    }

    @Override
    public void media(ConnectionId to, CallId call, Party party, MediaState state) {
        outbound.deliver(new Addressee.Socket(to), new Notice.CallMediaChanged(call, party, state));
    }

    @Override
    public void quality(ConnectionId to, CallId call, Party party, QualityMark mark) {
        outbound.deliver(new Addressee.Socket(to), new Notice.CallQualityChanged(call, party, mark));
    }

    @Override
    public void rights(AccountId account, String agentId) {
        tellRights(new Addressee.Everywhere(account, agentId), account, agentId);
    }

    /** Tells one socket every open call of its person. */
    public void tellCalls(ConnectionId to, List<CallView> open) {
        for (var call : open) {
            synchronized (order.of(call.conversationId())) {
                calls.view(call.id()).ifPresent(now -> outbound.deliver(new Addressee.Socket(to), new Notice.CallChanged(now)));
            }
        }
    }

    /** What this agent may invite to, in each of the agent's conversations: there may be hundreds. */
    public void tellRights(Addressee to, AccountId account, String agentId) {
        var all = conversations.openOfAgent(account, agentId).stream().map(c -> rightsIn(c, agentId)).toList();
        outbound.deliver(to, new Notice.Together(all));
    }

    private Notice rightsIn(Conversation conversation, String agentId) {
        return new Notice.CallRightsChanged(conversation.id(),
                rights.right(conversation, agentId, CallMode.VOICE_CALL),
                rights.right(conversation, agentId, CallMode.VIDEO_CALL));
    }

    /** Of what was not told at most a page, the newest: whoever hears of it and has not seen what is before reads that (DialogFeed). */
    private void tell(ConversationView view, Set<String> left) {
        var conversation = view.conversation();
        var mark = told.mark(conversation.id());
        var audience = audience(conversation, left);
        if (conversation.updatedMs() > mark.updatedMs) {
            audience.forEach(to -> outbound.deliver(to, new Notice.ConversationChanged(view)));
            mark.updatedMs = conversation.updatedMs();
        }
        var events = conversations.newest(conversation.id(), mark.sequence);
        if (!events.isEmpty()) {
            audience.forEach(to -> outbound.deliver(to, new Notice.TranscriptAppended(conversation.id(), events)));
            mark.sequence = events.get(events.size() - 1).sequence();
        }
    }

    private void tellRights(Conversation conversation) {
        conversation.assignedAgent().filter(a -> conversation.open()).ifPresent(agent -> outbound.deliver(
                new Addressee.Everywhere(conversation.account(), agent.id()), rightsIn(conversation, agent.id())));
    }

    /** The consumer first: the agent answers an acceptance with an offer, which must find the consumer told. */
    private void tell(CallView call) {
        var account = conversations.find(call.conversationId()).orElseThrow().account();
        var notice = new Notice.CallChanged(call);
        outbound.deliver(new Addressee.Everywhere(account, call.consumerId()), notice);
        outbound.deliver(new Addressee.Everywhere(account, call.agentId()), notice);
    }

    private static Set<Addressee> audience(Conversation conversation, Set<String> left) {
        var account = conversation.account();
        var audience = new LinkedHashSet<Addressee>();
        audience.add(new Addressee.Everywhere(account, conversation.consumerId()));
        conversation.participants().stream().map(ConversationParticipant::id)
                .forEach(id -> audience.add(new Addressee.Everywhere(account, id)));
        left.forEach(id -> audience.add(new Addressee.Everywhere(account, id)));
        audience.add(new Addressee.Watchers(account));
        return audience;
    }
}
