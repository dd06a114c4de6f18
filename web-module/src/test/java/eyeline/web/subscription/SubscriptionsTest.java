package eyeline.web.subscription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.core.call.CallPhase;
import eyeline.core.conversation.Audience;
import eyeline.core.conversation.ConversationFilter;
import eyeline.core.conversation.ConversationId;
import eyeline.core.conversation.ConversationState;
import eyeline.core.conversation.RingChange;
import eyeline.core.conversation.TranscriptEvent;
import eyeline.core.conversation.TranscriptPage;
import eyeline.core.conversation.WaitingPage;
import eyeline.core.delivery.ConversationView;
import eyeline.core.delivery.Notice;
import eyeline.core.user.Agent;
import eyeline.core.user.Consumer;
import eyeline.core.user.Role;
import eyeline.web.wire.Notification;
import eyeline.web.wire.Samples;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SubscriptionsTest {

    private static final ConversationFilter OPEN =
            new ConversationFilter(Set.of(ConversationState.OPEN), 0, Optional.empty(), false);
    private static final ConversationFilter BOTH =
            new ConversationFilter(Set.of(ConversationState.values()), 0, Optional.empty(), false);

    private final Subscriptions consumer = new Subscriptions(new Consumer(Samples.ACCOUNT, Samples.CONSUMER), Samples.CONSUMER_SOCKET);
    private final Subscriptions stranger =
            new Subscriptions(new Agent(Samples.ACCOUNT, "another", "502", "Ben", Set.of(Role.AGENT)), Samples.AGENT_SOCKET);

    private static Notice changed(ConversationState state, long updatedMs) {
        return new Notice.ConversationChanged(Samples.view(state, updatedMs));
    }

    private static Notice said(int... sequences) {
        return new Notice.TranscriptAppended(Samples.CONVERSATION, events(sequences));
    }

    private static List<TranscriptEvent> events(int... sequences) {
        return IntStream.of(sequences).mapToObj(sequence -> Samples.event(sequence, Audience.ALL)).toList();
    }

    private static void subscribe(Subscriptions subscriptions, ConversationFilter filter, ConversationView... snapshot) {
        var id = subscriptions.subscribeConversations(filter).orElseThrow();
        subscriptions.snapshot(id, List.of(snapshot));
    }

    private static List<String> types(List<Notification> notifications) {
        return notifications.stream().map(n -> change(n).getString("type")).toList();
    }

    private static JsonObject change(Notification notification) {
        return notification.body().getJsonArray("changes").getJsonObject(0);
    }

    private static List<Integer> sequences(List<Notification> notifications) {
        var sequences = new ArrayList<Integer>();
        notifications.forEach(n -> n.body().getJsonArray("changes").getValuesAs(JsonObject.class)
                .forEach(e -> sequences.add(e.getInt("sequence"))));
        return sequences;
    }

    /** Subscribes to events, and what is kept comes in one page. */
    private static List<Notification> replayed(Subscriptions subscriptions, int from, List<TranscriptEvent> kept) {
        subscriptions.subscribeEvents(Samples.CONVERSATION, from);
        var last = kept.stream().mapToInt(TranscriptEvent::sequence).max().orElse(0);
        return page(subscriptions, kept, last + 1, true);
    }

    private static List<Notification> page(Subscriptions subscriptions, List<TranscriptEvent> kept, int next, boolean complete) {
        return subscriptions.page(subscriptions.behind().orElseThrow(), new TranscriptPage(kept, next, complete)).stream().toList();
    }

    @Test
    void deletesAClosedConversationForOpenOnesAlone() {
        subscribe(consumer, OPEN);
        subscribe(consumer, BOTH);
        assertEquals(List.of("UPSERT", "UPSERT"), types(consumer.of(changed(ConversationState.OPEN, 1))));
        assertEquals(List.of("DELETE", "UPSERT"), types(consumer.of(changed(ConversationState.CLOSE, 2))));
        assertEquals(List.of("UPSERT"), types(consumer.of(changed(ConversationState.CLOSE, 3))));
    }

    @Test
    void dropsWhatTheSnapshotHadAlready() {
        subscribe(consumer, OPEN, Samples.view(ConversationState.OPEN, 7));
        assertEquals(List.of(), consumer.of(changed(ConversationState.OPEN, 6)));
        assertEquals(List.of(), consumer.of(changed(ConversationState.OPEN, 7)));
        assertEquals(1, consumer.of(changed(ConversationState.OPEN, 8)).size());
    }

    @Test
    void doesNotTellAnAgentOfOthersConversations() {
        subscribe(stranger, BOTH);
        assertEquals(List.of(), stranger.of(changed(ConversationState.OPEN, 1)));
    }

    @Test
    void tellsAnAgentWhoLeftWithOneDelete() {
        subscribe(stranger, BOTH, Samples.view(ConversationState.OPEN, 1));
        assertEquals(List.of("DELETE"), types(stranger.of(changed(ConversationState.OPEN, 2))));
        assertEquals(List.of(), stranger.of(changed(ConversationState.OPEN, 3)));
    }

    @Test
    void tellsAManagerWhoWatchesOfEveryConversation() {
        subscribe(stranger, new ConversationFilter(Set.of(ConversationState.OPEN), 0, Optional.empty(), true));
        assertTrue(stranger.watching());
        assertEquals(List.of("UPSERT"), types(stranger.of(changed(ConversationState.OPEN, 1))));
    }

    @Test
    void endsWithUnsubscribe() {
        var id = consumer.subscribeConversations(OPEN).orElseThrow();
        assertTrue(consumer.unsubscribe(id));
        assertFalse(consumer.unsubscribe(id));
        assertEquals(List.of(), consumer.of(changed(ConversationState.OPEN, 1)));
    }

    @Test
    void hasABoundOnSubscriptions() {
        for (int i = 0; i < Subscriptions.MOST_SUBSCRIPTIONS; i++) {
            assertTrue(consumer.subscribeConversations(OPEN).isPresent());
        }
        assertTrue(consumer.subscribeConversations(OPEN).isEmpty());
    }

    @Test
    void tellsEachEventOnceAndInOrder() {
        assertEquals(List.of(1, 2, 3), sequences(replayed(consumer, 1, events(1, 2, 3))));
        assertEquals(List.of(4), sequences(consumer.of(said(3, 4))));
        assertEquals(List.of(), consumer.of(said(4)));
        assertEquals(List.of(5, 6), sequences(consumer.of(said(5, 6))));
    }

    @Test
    void replaysAgainButNeverDoublesLiveEvents() {
        replayed(consumer, 1, events(1));
        consumer.of(said(2));
        assertEquals(List.of(1, 2), sequences(replayed(consumer, 1, events(1, 2))));
        assertEquals(List.of(), consumer.of(said(2)));
        assertEquals(List.of(3), sequences(consumer.of(said(3))));
    }

    @Test
    void answersAnEmptyDialogWithAnEmptyNotification() {
        var notifications = replayed(consumer, 1, List.of());
        assertEquals(1, notifications.size());
        assertTrue(notifications.get(0).body().getJsonArray("changes").isEmpty());
    }

    @Test
    void isBehindUntilThePageThatIsComplete() {
        consumer.subscribeEvents(Samples.CONVERSATION, 0);
        assertEquals(Optional.of(new Behind(Samples.CONVERSATION, 1)), consumer.behind());
        assertEquals(List.of(1, 2), sequences(page(consumer, events(1, 2), 3, false)));
        assertEquals(List.of(), consumer.of(said(5)), "told before what is read");
        assertEquals(1, consumer.of(said(0)).size(), "typing waits for nothing");
        assertEquals(Optional.of(new Behind(Samples.CONVERSATION, 3)), consumer.behind());
        assertEquals(List.of(3, 4, 5), sequences(page(consumer, events(3, 4, 5), 6, true)));
        assertEquals(Optional.empty(), consumer.behind());
        assertEquals(List.of(6), sequences(consumer.of(said(6))));
    }

    @Test
    void readsWhatIsMissingBeforeALiveEvent() {
        replayed(consumer, 1, events(1));
        assertEquals(List.of(), consumer.of(said(4, 5)));
        assertEquals(List.of(2, 3, 4, 5), sequences(page(consumer, events(2, 3, 4, 5), 6, true)));
        assertEquals(List.of(6), sequences(consumer.of(said(5, 6))));
    }

    @Test
    void missesNothingWhereAgentsSaySomethingAmongThemselves() {
        replayed(consumer, 1, events(1));
        assertEquals(List.of(), consumer.of(new Notice.TranscriptAppended(Samples.CONVERSATION,
                List.of(Samples.event(2, Audience.AGENTS_AND_MANAGERS)))));
        assertEquals(List.of(3), sequences(consumer.of(said(3))));
        assertEquals(Optional.empty(), consumer.behind());
    }

    @Test
    void dropsAPageOfASubscriptionThatBeganAnew() {
        consumer.subscribeEvents(Samples.CONVERSATION, 7);
        var old = consumer.behind().orElseThrow();
        consumer.subscribeEvents(Samples.CONVERSATION, 2);
        assertEquals(Optional.empty(), consumer.page(old, new TranscriptPage(events(7), 8, true)));
        assertEquals(Optional.of(new Behind(Samples.CONVERSATION, 2)), consumer.behind());
    }

    @Test
    void givesEachDialogItsTurn() {
        var other = new ConversationId(UUID.randomUUID());
        consumer.subscribeEvents(Samples.CONVERSATION, 1);
        consumer.subscribeEvents(other, 1);
        page(consumer, events(1), 2, false);
        assertEquals(other, consumer.behind().orElseThrow().dialog());
        page(consumer, List.of(), 1, true);
        assertEquals(Optional.of(new Behind(Samples.CONVERSATION, 2)), consumer.behind());
    }

    @Test
    void goesOnLiveWhereSomebodyAskedForMoreThanThereIs() {
        consumer.subscribeEvents(Samples.CONVERSATION, 1000);
        page(consumer, List.of(), 4, true);
        assertEquals(List.of(4), sequences(consumer.of(said(4))));
    }

    @Test
    void tellsTheCreatorWithoutSubscribingAndReplaysTheRest() {
        consumer.follow(Samples.CONVERSATION);
        assertEquals(List.of(2), sequences(consumer.of(said(2))));
        assertEquals(List.of(1, 3), sequences(replayed(consumer, 1, events(1, 2, 3))));
        assertEquals(List.of(1, 2, 3), sequences(replayed(consumer, 1, events(1, 2, 3))));
    }

    @Test
    void holdsTheCreatorsEventsUntilTheConversationIsAnnounced() {
        subscribe(consumer, OPEN);
        consumer.follow(Samples.CONVERSATION);
        assertEquals(List.of(), consumer.of(said(1)));
        var notifications = consumer.of(changed(ConversationState.OPEN, 1));
        assertEquals("UPSERT", change(notifications.get(0)).getString("type"));
        assertEquals(List.of(1), sequences(notifications.subList(1, 2)));
    }

    @Test
    void tellsNoEventsAfterTheDelete() {
        subscribe(consumer, OPEN, Samples.view(ConversationState.OPEN, 1));
        replayed(consumer, 1, events(1));
        consumer.of(changed(ConversationState.CLOSE, 2));
        assertEquals(List.of(), consumer.of(said(2)));
    }

    @Test
    void hidesFromConsumersWhatAgentsSayAmongThemselves() {
        var secret = List.of(Samples.event(2, Audience.AGENTS_AND_MANAGERS), Samples.event(3, Audience.ALL));
        assertEquals(List.of(3), sequences(replayed(consumer, 1, secret)));
        assertEquals(List.of(2, 3), sequences(replayed(stranger, 1, secret)));
        var later = new Notice.TranscriptAppended(Samples.CONVERSATION, List.of(Samples.event(4, Audience.AGENTS_AND_MANAGERS)));
        assertEquals(List.of(), consumer.of(later));
        assertEquals(List.of(4), sequences(stranger.of(later)));
    }

    @Test
    void passesTypingOnEachTime() {
        replayed(consumer, 1, events(1));
        assertEquals(1, consumer.of(said(0)).size());
        assertEquals(1, consumer.of(said(0)).size());
    }

    @Test
    void tellsOfCallsOnlyWhoAsked() {
        var notice = new Notice.CallChanged(Samples.call(CallPhase.INVITED));
        assertEquals(List.of(), consumer.of(notice));
        consumer.subscribeCalls();
        assertEquals(1, consumer.of(notice).size());
    }

    @Test
    void tellsOfRingsOnlyWhoAsked() {
        var notice = new Notice.RingsChanged(List.of(new RingChange(Samples.ring(), true)), 1);
        assertEquals(List.of(), stranger.of(notice));
        var many = new Notice.WaitingShown(new WaitingPage(List.of(Samples.ring()), 5000));
        assertEquals(List.of(), stranger.of(many));
        stranger.subscribeRings();
        assertEquals(1, stranger.of(notice).size());
        assertEquals(1, stranger.of(many).size());
    }
}
