package eyeline.web.subscription;

import eyeline.core.conversation.ConversationFilter;
import eyeline.core.conversation.ConversationId;
import eyeline.core.conversation.TranscriptEvent;
import eyeline.core.conversation.TranscriptPage;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Everything one socket asked to be told of, and what it was told: turns a notice of the core into the notifications of this
 * socket. Not safe for threads: the link guards it.
 */
public final class Subscriptions {

    /** Subscriptions to conversations on one socket; windows use one or two. */
    static final int MOST_SUBSCRIPTIONS = 16;
    /** Dialogs followed on one socket: an agent reads many conversations of a day. */
    static final int MOST_FEEDS = 2_000;

    private final Side side;
    private final Person person;
    private final ConnectionId socket;
    private final Map<String, ConversationSubscription> conversations = new LinkedHashMap<>();
    private final Map<ConversationId, DialogFeed> feeds = new HashMap<>();
    /** Those of the feeds that are behind, and perhaps some that are no more, in the order of their turns. */
    private final Set<ConversationId> behind = new LinkedHashSet<>();
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

    /** An explicit subscription to events: what is kept page by page ({@link #behind}), then what is new as it comes. */
    public void subscribeEvents(ConversationId conversation, int fromSequence) {
        if (feeds.size() >= MOST_FEEDS) {
            feeds.clear();
        }
        feeds.computeIfAbsent(conversation, id -> DialogFeed.explicit()).startFrom(fromSequence);
        behind.add(conversation);
    }

    /** Of which dialog a page has to be read next, if of any: each has its turn. */
    public Optional<Behind> behind() {
        while (!behind.isEmpty()) {
            var first = behind.iterator().next();
            var from = Optional.ofNullable(feeds.get(first)).flatMap(DialogFeed::behind);
            if (from.isPresent()) {
                return from.map(sequence -> new Behind(first, sequence));
            }
            behind.remove(first);
        }
        return Optional.empty();
    }

    /** What was read of a dialog; nothing to tell where the socket has gone on to another place since, or nothing is new. */
    public Optional<Notification> page(Behind read, TranscriptPage page) {
        var feed = feeds.get(read.dialog());
        if (feed == null || !feed.behind().equals(Optional.of(read.from()))) {
            return Optional.empty();
        }
        behind.remove(read.dialog());
        if (!page.complete()) {
            behind.add(read.dialog());
        }
        return feed.page(new TranscriptPage(visible(page.events()), page.next(), page.complete()))
                .map(events -> Notifications.events(read.dialog().value(), events));
    }

    /** Nothing more is heard of a dialog that may not be read any longer. */
    public void leave(ConversationId conversation) {
        feeds.remove(conversation);
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
        return notice.read(new Telling());
    }

    /** What each notice is for this socket. */
    private final class Telling implements Notice.Reader<List<Notification>> {
        @Override
        public List<Notification> conversationChanged(Notice.ConversationChanged notice) {
            return changed(notice.view());
        }

        @Override
        public List<Notification> transcriptAppended(Notice.TranscriptAppended notice) {
            return appended(notice.conversation(), notice.events());
        }

        @Override
        public List<Notification> ringsChanged(Notice.RingsChanged notice) {
            return rings.map(id -> List.of(Notifications.rings(id, notice))).orElse(List.of());
        }

        @Override
        public List<Notification> waitingShown(Notice.WaitingShown notice) {
            return rings.map(id -> List.of(Notifications.waiting(id, notice.page()))).orElse(List.of());
        }

        @Override
        public List<Notification> together(Notice.Together notice) {
            return notice.notices().stream().flatMap(each -> of(each).stream()).toList();
        }

        @Override
        public List<Notification> callChanged(Notice.CallChanged notice) {
            return ofCall(() -> Notifications.callState(notice.call(), side, socket));
        }

        @Override
        public List<Notification> callSignalled(Notice.CallSignalled notice) {
            return ofCall(() -> Notifications.callSignal(notice));
        }

        @Override
        public List<Notification> callMediaChanged(Notice.CallMediaChanged notice) {
            return ofCall(() -> Notifications.callMediaState(notice));
        }

        @Override
        public List<Notification> callQualityChanged(Notice.CallQualityChanged notice) {
            return ofCall(() -> Notifications.callQuality(notice));
        }

        @Override
        public List<Notification> callRightsChanged(Notice.CallRightsChanged notice) {
            return ofCall(() -> Notifications.callRights(notice));
        }

        private List<Notification> ofCall(Supplier<Notification> told) {
            return calls ? List.of(told.get()) : List.of();
        }
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
        if (feed == null) {
            return List.of();
        }
        var fresh = visible(feed.live(events));
        feed.behind().ifPresent(from -> behind.add(conversation));
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
