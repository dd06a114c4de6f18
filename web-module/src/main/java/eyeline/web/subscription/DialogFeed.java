package eyeline.web.subscription;

import eyeline.core.conversation.TranscriptEvent;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * What one socket has seen of one dialog: each kept event goes out once, in order. A feed is implicit for the socket that
 * created the conversation until that socket subscribes: the first replay leaves out what was delivered before.
 */
final class DialogFeed {

    /** Events that may wait for the announcement of their conversation; it comes with them, so few ever wait. */
    private static final int PENDING = 64;

    private boolean implicit;
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

    /** Of the kept events from {@code fromSequence} on those to send; live ones follow from the last of them. */
    List<TranscriptEvent> replay(List<TranscriptEvent> kept) {
        var fresh = implicit ? kept.stream().filter(event -> !delivered.get(event.sequence())).toList() : kept;
        implicit = false;
        delivered.clear();
        pending.clear();
        kept.forEach(event -> next = Math.max(next, event.sequence() + 1));
        return fresh;
    }

    /** Of new events those that this socket has not seen. */
    List<TranscriptEvent> live(List<TranscriptEvent> events) {
        return events.stream().filter(this::isNew).toList();
    }

    private boolean isNew(TranscriptEvent event) {
        if (!event.kept()) {
            return true;
        }
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
