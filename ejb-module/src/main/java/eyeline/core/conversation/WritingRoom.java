package eyeline.core.conversation;

import eyeline.core.account.WritingLimits;
import eyeline.core.result.Refusal;
import eyeline.core.result.RefusalReason;
import eyeline.core.user.Consumer;
import eyeline.core.user.Person;
import eyeline.store.conversation.TranscriptStore.Written;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How much may still be written in each conversation. What was written before is asked for once; the pace of a sender is forgotten by
 * a restart, the size of a conversation is not. Safe for threads.
 */
final class WritingRoom {
    /** So many conversations and senders are remembered, the least recently heard forgotten first. */
    private static final int MOST = 20_000;

    private record Sender(ConversationId conversation, String person, boolean receipts) {
    }

    /** How fast somebody writes, in pieces and in bytes. */
    private static final class Paces {
        final Pace pieces = new Pace();
        final Pace bytes = new Pace();
    }

    /** How many there are of one kind, and how large. */
    private static final class Pile {
        long count;
        long bytes;

        Pile(long count, long bytes) {
            this.count = count;
            this.bytes = bytes;
        }
    }

    /** What one conversation has. */
    private record Piles(Pile messages, Pile receipts) {

        static Piles of(Written written) {
            return new Piles(new Pile(written.messages(), written.messageBytes()), new Pile(written.receipts(), written.receiptBytes()));
        }
    }

    private final Clock clock;
    private final Map<Sender, Paces> senders = bounded();
    private final Map<ConversationId, Piles> conversations = bounded();

    WritingRoom(Clock clock) {
        this.clock = clock;
    }

    private static <K, V> Map<K, V> bounded() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > MOST;
            }
        };
    }

    /** Nothing when there is room, which is taken then; else why not. {@code written}: asked for when the conversation is not known. */
    Optional<Refusal> take(ConversationId id, Person person, Publication publication, WritingLimits limits, Supplier<Written> written) {
        var bytes = bytes(publication);
        var known = known(id, written);
        synchronized (this) {
            return full(known, person, publication, bytes, limits)
                    .or(() -> tooFast(new Sender(id, person.id(), receipt(publication)), bytes, limits))
                    .or(() -> add(pile(known, publication), bytes));
        }
    }

    /** It was not written after all, or nobody knows: what is there is asked for again. */
    synchronized void forget(ConversationId id) {
        conversations.remove(id);
    }

    /** Asked for outside of the lock: it goes to the database. */
    private Piles known(ConversationId id, Supplier<Written> written) {
        synchronized (this) {
            var known = conversations.get(id);
            if (known != null) {
                return known;
            }
        }
        var found = Piles.of(written.get());
        synchronized (this) {
            return conversations.computeIfAbsent(id, unknown -> found);
        }
    }

    private static Optional<Refusal> full(Piles piles, Person person, Publication publication, int bytes, WritingLimits limits) {
        var pile = pile(piles, publication);
        var most = receipt(publication) ? (long) WritingLimits.RECEIPTS_A_MESSAGE * limits.messages() : limits.messages();
        if (pile.count >= most) {
            return Optional.of(full("%,d messages".formatted(limits.messages()), person));
        }
        return pile.bytes + bytes > limits.bytes() ? Optional.of(full(limits.megabytes() + " MB", person)) : Optional.empty();
    }

    private static Refusal full(String what, Person person) {
        return RefusalReason.CONVERSATION_FULL.because("This conversation is full: no more than " + what + " fit into one. "
                + (person instanceof Consumer ? "End it and start a new one." : "Close it; the customer can start a new one."));
    }

    private Optional<Refusal> tooFast(Sender sender, int bytes, WritingLimits limits) {
        var paces = senders.computeIfAbsent(sender, unknown -> new Paces());
        var pieces = limits.messagesPerMinute() * (sender.receipts() ? WritingLimits.RECEIPTS_A_MESSAGE : 1);
        var wait = paces.pieces.take(clock.instant(), 1, pieces);
        if (wait.isZero()) {
            wait = paces.bytes.take(clock.instant(), bytes, WritingLimits.BYTES_PER_MINUTE);
        }
        return wait.isZero() ? Optional.empty() : Optional.of(tooFast(wait));
    }

    private static Refusal tooFast(Duration wait) {
        var seconds = wait.plusMillis(999).toSeconds();
        return RefusalReason.WRITING_TOO_FAST.because("That was much at once. Wait " + seconds
                + (seconds == 1 ? " second" : " seconds") + ", then send it again.");
    }

    private static Optional<Refusal> add(Pile pile, int bytes) {
        pile.count++;
        pile.bytes += bytes;
        return Optional.empty();
    }

    private static Pile pile(Piles piles, Publication publication) {
        return receipt(publication) ? piles.receipts() : piles.messages();
    }

    private static boolean receipt(Publication publication) {
        return publication.kind() == Publication.Kind.ACCEPT_STATUS;
    }

    private static int bytes(Publication publication) {
        return utf8(publication.event()) + publication.metadata().map(WritingRoom::utf8).orElse(0);
    }

    private static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
