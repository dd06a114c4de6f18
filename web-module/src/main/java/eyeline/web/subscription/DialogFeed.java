package eyeline.web.subscription;

import eyeline.core.conversation.TranscriptEvent;
import eyeline.core.conversation.TranscriptPage;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * What one socket has seen of one dialog: each kept event goes out once, in order. A feed that is behind hears what was kept page by
 * page, and of what is new only what is not kept; with a complete page it is live. A feed is implicit for the socket that created the
 * conversation until that socket subscribes: the first replay leaves out what was delivered before.
 */
final class DialogFeed {

    /** Events that may wait for the announcement of their conversation; it comes with them, so few ever wait. */
    private static final int PENDING = 64;

    private boolean implicit;
    private boolean behind;
    /** Whether the next page is the first of a subscription, which is told also when nothing is in it. */
    private boolean expected;
    private int next = 1;
    private final BitSet delivered = new BitSet();
    private final List<TranscriptEvent> pending = new ArrayList<>();

    private DialogFeed(boolean implicit) {
        this.implicit = implicit;
    }

    static DialogFeed implicit() {
        return new DialogFeed(true);
    }

    static DialogFeed explicit() {
        return new DialogFeed(false);
    }

    boolean isImplicit() {
        return implicit;
    }

    /** It is to hear everything from {@code sequence} on, again if need be. */
    void startFrom(int sequence) {
        if (!implicit) {
            delivered.clear();
        }
        implicit = false;
        behind = true;
        expected = true;
        next = Math.max(1, sequence);
        pending.clear();
    }

    /** Where the next page has to begin, if one has to be read. */
    Optional<Integer> behind() {
        return behind ? Optional.of(next) : Optional.empty();
    }

    /** Of a page that begins where this feed is those events to send; nothing when there is nothing to say. */
    Optional<List<TranscriptEvent>> page(TranscriptPage page) {
        var fresh = page.events().stream().filter(event -> !delivered.get(event.sequence())).toList();
        var told = expected || !fresh.isEmpty();
        expected = false;
        next = page.next();
        behind = !page.complete();
        if (page.complete()) {
            delivered.clear();
        }
        return told ? Optional.of(fresh) : Optional.empty();
    }

    /** Of new events, which have no gap between them, those to send now. What is missing before them has to be read first. */
    List<TranscriptEvent> live(List<TranscriptEvent> events) {
        if (!implicit && events.stream().filter(TranscriptEvent::kept).findFirst().filter(first -> first.sequence() > next).isPresent()) {
            behind = true;
        }
        return events.stream().filter(event -> !event.kept() || !behind && isNew(event)).toList();
    }

    private boolean isNew(TranscriptEvent event) {
        if (event.sequence() < next) {
            return false;
        }
        next = event.sequence() + 1;
        if (implicit) {
            delivered.set(event.sequence());
        }
        return true;
    }

    /** Keeps events until their conversation is announced. */
    void hold(List<TranscriptEvent> events) {
        events.stream().limit(Math.max(0, PENDING - pending.size())).forEach(pending::add);
    }

    List<TranscriptEvent> held() {
        var events = List.copyOf(pending);
        pending.clear();
        return events;
    }
}
