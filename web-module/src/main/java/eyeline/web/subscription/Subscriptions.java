package eyeline.web.subscription;

import eyeline.core.conversation.ConversationFilter;
import eyeline.core.conversation.ConversationId;
import eyeline.core.conversation.TranscriptEvent;
import eyeline.core.conversation.WaitingPage;
import eyeline.core.delivery.ConversationView;
import eyeline.core.delivery.Notice;
import eyeline.core.presence.ConnectionId;
import eyeline.core.user.Agent;
import eyeline.core.user.Person;
import eyeline.web.wire.Notification;
import eyeline.web.wire.Notifications;
import eyeline.web.wire.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Everything one socket asked to be told of, and what it was told: turns a notice of the core into the notifications of this
 * socket. Not safe for threads: the link guards it.
 */
public final class Subscriptions {

    /** Events in one notification of a replay: about 64 KiB of ordinary talk. */
    private static final int REPLAY_CHUNK = 100;
    /** Subscriptions to conversations on one socket; windows use one or two. */
    static final int MOST_SUBSCRIPTIONS = 16;
    /** Dialogs followed on one socket: an agent reads many conversations of a day. */
    static final int MOST_FEEDS = 2_000;

    private final Side side;
    private final Person person;
    private final ConnectionId socket;
    private final Map<String, ConversationSubscription> conversations = new LinkedHashMap<>();
    private final Map<ConversationId, DialogFeed> feeds = new HashMap<>();
    private Optional<String> rings = Optional.empty();
    private boolean calls;

    public Subscriptions(Person person, ConnectionId socket) {
        this.side = person instanceof Agent ? Side.AGENT : Side.CONSUMER;
        this.person = person;
        this.socket = socket;
    }

    /** The new subscription's id; nothing when this socket has too many. */
    public Optional<String> subscribeConversations(ConversationFilter filter) {
        if (conversations.size() >= MOST_SUBSCRIPTIONS) {
            return Optional.empty();
        }
        var id = UUID.randomUUID().toString();
        conversations.put(id, new ConversationSubscription(id, filter, person));
        return Optional.of(id);
    }

    /** The one notification that follows the subscription. */
    public Notification snapshot(String subscriptionId, List<ConversationView> views) {
        conversations.get(subscriptionId).snapshot(views);
        return Notifications.snapshot(subscriptionId, views, side);
    }

    public boolean unsubscribe(String subscriptionId) {
        return conversations.remove(subscriptionId) != null;
    }

    /** This socket created the conversation and hears its events without asking. */
    public void follow(ConversationId conversation) {
        feeds.putIfAbsent(conversation, DialogFeed.implicit());
    }

    /** An explicit subscription to events: what was kept now, what is new as it comes. */
    public List<Notification> replay(ConversationId conversation, List<TranscriptEvent> kept) {
        if (feeds.size() >= MOST_FEEDS) {
            feeds.clear();
        }
        var feed = feeds.computeIfAbsent(conversation, id -> DialogFeed.explicit());
        return chunks(conversation, feed.replay(visible(kept)));
    }

    private static List<Notification> chunks(ConversationId conversation, List<TranscriptEvent> events) {
        var chunks = new ArrayList<Notification>();
        for (int start = 0; start == 0 || start < events.size(); start += REPLAY_CHUNK) {
            var end = Math.min(start + REPLAY_CHUNK, events.size());
            chunks.add(Notifications.events(conversation.value(), events.subList(start, end)));
        }
        return chunks;
    }

    public String subscribeRings() {
        rings = Optional.of(UUID.randomUUID().toString());
        return rings.get();
    }

    public Notification waiting(String subscriptionId, WaitingPage page) {
        return Notifications.waiting(subscriptionId, page);
    }

    public void subscribeCalls() {
        calls = true;
    }

    /** Whether this socket sees all conversations of the account; then it hears of each as a watcher and not as a participant. */
    public boolean watching() {
        return conversations.values().stream().anyMatch(ConversationSubscription::everybody);
    }

    /** What this socket is to be told. */
    public List<Notification> of(Notice notice) {
        if (notice instanceof Notice.ConversationChanged changed) {
            return changed(changed.view());
        }
        if (notice instanceof Notice.TranscriptAppended appended) {
            return appended(appended.conversation(), visible(appended.events()));
        }
        if (notice instanceof Notice.RingsChanged changed) {
            return rings.map(id -> List.of(Notifications.rings(id, changed))).orElse(List.of());
        }
        if (notice instanceof Notice.WaitingShown shown) {
            return rings.map(id -> List.of(Notifications.waiting(id, shown.page()))).orElse(List.of());
        }
        if (notice instanceof Notice.Together together) {
            return together.notices().stream().flatMap(each -> of(each).stream()).toList();
        }
        return calls ? List.of(ofCall(notice)) : List.of();
    }

    private Notification ofCall(Notice notice) {
        if (notice instanceof Notice.CallChanged changed) {
            return Notifications.callState(changed.call(), side, socket);
        }
        if (notice instanceof Notice.CallSignalled signalled) {
            return Notifications.callSignal(signalled);
        }
        if (notice instanceof Notice.CallMediaChanged media) {
            return Notifications.callMediaState(media);
        }
        if (notice instanceof Notice.CallQualityChanged quality) {
            return Notifications.callQuality(quality);
        }
        return Notifications.callRights((Notice.CallRightsChanged) notice);
    }

    private List<Notification> changed(ConversationView view) {
        var notifications = new ArrayList<Notification>();
        for (ConversationSubscription subscription : conversations.values()) {
            subscription.change(view.conversation())
                    .map(upsert -> Notifications.conversation(subscription.id(), upsert, view, side))
                    .ifPresent(notifications::add);
        }
        var conversation = view.conversation().id();
        if (announced(conversation)) {
            held(conversation).ifPresent(notifications::add);
        } else if (!notifications.isEmpty()) {
            feeds.remove(conversation);
        }
        return notifications;
    }

    private Optional<Notification> held(ConversationId conversation) {
        return Optional.ofNullable(feeds.get(conversation)).map(DialogFeed::held).filter(events -> !events.isEmpty())
                .map(events -> Notifications.events(conversation.value(), events));
    }

    private List<Notification> appended(ConversationId conversation, List<TranscriptEvent> events) {
        var feed = feeds.get(conversation);
        var fresh = feed == null ? List.<TranscriptEvent>of() : feed.live(events);
        if (fresh.isEmpty()) {
            return List.of();
        }
        if (feed.isImplicit() && !conversations.isEmpty() && !announced(conversation)) {
            feed.hold(fresh);
            return List.of();
        }
        return List.of(Notifications.events(conversation.value(), fresh));
    }

    private boolean announced(ConversationId conversation) {
        return conversations.values().stream().anyMatch(subscription -> subscription.announced(conversation));
    }

    private List<TranscriptEvent> visible(List<TranscriptEvent> events) {
        return events.stream().filter(event -> Notifications.visible(event, side)).toList();
    }
}
