package eyeline.web.socket;

import eyeline.core.account.AccountId;
import eyeline.core.conversation.TranscriptPage;
import eyeline.core.delivery.Notice;
import eyeline.core.presence.Connection;
import eyeline.core.presence.ConnectionId;
import eyeline.core.presence.Whereabouts;
import eyeline.web.subscription.Behind;
import eyeline.web.subscription.Subscriptions;
import eyeline.web.wire.Notification;
import eyeline.web.wire.Side;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One socket: whose it is, what it asked for, and its one way out. While a request is being answered notices wait, so that
 * the response is always the first that the client hears of what it asked for. No call of the core is made under its lock.
 */
public final class Link {

    private final ConnectionId id = ConnectionId.random();
    private final Door door;
    private final Outbox outbox;
    private final Pages pages;
    private final Clock clock;
    private final Assembly assembly = new Assembly();
    private final RateBucket rate;
    private final RateBucket calm;
    private final Flood flood;
    private final Instant openedAt;
    private final SignsOfLife life;
    private final List<Notice> held = new ArrayList<>();
    private boolean holding;
    /** A page of a dialog is being read or on its way; there is never a second one. */
    private boolean paging;
    private volatile boolean watching;
    private volatile boolean sentAway;
    private volatile boolean dismissed;
    private volatile boolean gone;
    private volatile String profile = "{}";
    private volatile Optional<Membership> membership = Optional.empty();

    /** Through which door it came. {@code address}: by what its address is counted ({@link AddressKey}). {@code browser}: it named an Origin, so it is one that cannot send pings. */
    public record Door(AccountId account, Side side, String address, boolean browser) {
    }

    /** What an authenticated socket has. */
    private record Membership(Connection connection, Subscriptions subscriptions, Watch watch) {
    }

    public Link(Door door, Outbox outbox, Pages pages, Clock clock) {
        this.door = door;
        this.outbox = outbox;
        this.pages = pages;
        this.clock = clock;
        this.rate = new RateBucket(clock, SocketLimits.REQUEST_BURST, SocketLimits.REQUESTS_PER_SECOND);
        this.calm = new RateBucket(clock, SocketLimits.CALM_BURST, SocketLimits.CALM_PER_SECOND);
        this.flood = new Flood(clock);
        this.openedAt = clock.instant();
        this.life = new SignsOfLife(clock);
    }

    public ConnectionId id() {
        return id;
    }

    public Door door() {
        return door;
    }

    public Optional<Connection> connection() {
        return membership.map(Membership::connection);
    }

    /** It is authenticated from here on. */
    public void admit(Connection connection, Watch watch) {
        membership = Optional.of(new Membership(connection, new Subscriptions(connection.person(), id), watch));
    }

    /**
     * Takes a fragment of a message; the message when it is whole. What still comes after the close, or after {@link #dismiss}, is not heard. Called by one
     * thread at a time, in order.
     */
    public Optional<String> hear(String part, boolean last) {
        if (outbox.isClosed() || dismissed) {
            return Optional.empty();
        }
        life.heard();
        var message = assembly.add(part, last);
        if (assembly.overflows()) {
            close(Ending.MESSAGE_TOO_LARGE);
        }
        return message;
    }

    /**
     * Whether another request may be answered; who keeps asking is closed. {@code room}: whether its person, and its address, are
     * within theirs. Who asks little is let through beside a neighbour of the same address who fills it.
     */
    public boolean withinRate(boolean room) {
        if (rate.take() && (calm.take() || room)) {
            return true;
        }
        if (flood.refusedOnceTooOften()) {
            close(Ending.RATE);
        }
        return false;
    }

    /** Answers a request: notices that come up meanwhile follow the answer. */
    public void exchange(Supplier<Answer> work) {
        synchronized (this) {
            holding = true;
        }
        Optional<Answer> answer = Optional.empty();
        try {
            answer = Optional.of(work.get());
        } finally {
            release(answer);
        }
    }

    private synchronized void release(Optional<Answer> answer) {
        answer.ifPresent(this::write);
        holding = false;
        held.forEach(this::write);
        held.clear();
        catchUp();
    }

    /** Asks for the next page of what this socket has not heard yet. At its own speed: not before the last one has left. */
    private void catchUp() {
        if (!paging && !holding && !outbox.isClosed()) {
            membership.flatMap(m -> m.subscriptions().behind()).ifPresent(behind -> {
                paging = true;
                pages.read(this, behind);
            });
        }
    }

    /** A page of a dialog. While a request is being answered it is dropped and read again afterwards: the answer goes first. */
    public synchronized void page(Behind behind, TranscriptPage page) {
        var told = holding ? Optional.<Notification>empty() : membership.flatMap(m -> m.subscriptions().page(behind, page));
        told.ifPresentOrElse(notification -> outbox.answer(notification.text(), this::paged), this::paged);
    }

    /** This dialog may not be read any longer. */
    public synchronized void unreadable(Behind behind) {
        membership.ifPresent(m -> m.subscriptions().leave(behind.dialog()));
        paged();
    }

    private synchronized void paged() {
        paging = false;
        catchUp();
    }

    private void write(Answer answer) {
        outbox.answer(answer.response().text());
        answer.followers().forEach(follower -> outbox.answer(follower.text()));
        answer.ending().ifPresent(outbox::closeAfterwards);
    }

    private void write(Notice notice) {
        membership.ifPresent(m -> m.subscriptions().of(notice).forEach(n -> write(notice, n.text())));
    }

    private void write(Notice notice, String text) {
        if (notice instanceof Notice.Together) {
            outbox.answer(text);
        } else {
            outbox.tell(text);
        }
    }

    /** Tells this socket what it subscribed to; never blocks on the network. */
    public synchronized void tell(Notice notice) {
        if (dismissed) {
            return;
        }
        if (!holding) {
            write(notice);
            catchUp();
        } else if (held.size() < SocketLimits.HELD_NOTICES) {
            held.add(notice);
        } else {
            close(Ending.SLOW_READER);
        }
    }

    /** Reads or changes what this socket subscribed to. Only for one that is authenticated. */
    public synchronized <T> T subscriptions(Function<Subscriptions, T> use) {
        var mine = membership.orElseThrow().subscriptions();
        var result = use.apply(mine);
        watching = mine.watching();
        return result;
    }

    /** Whether it is told of every conversation of its account. */
    public boolean watching() {
        return watching;
    }

    /** What this consumer said of himself on this socket, as JSON; nobody else is shown it, and it dies with the socket. */
    public String profile() {
        return profile;
    }

    public void profile(String said) {
        profile = said;
    }

    public void close(Ending ending) {
        if (ending.code() == Ending.IDLE.code()) {
            sentAway = true;
        }
        outbox.close(ending);
    }

    /**
     * Its person may not be here any more: nothing is heard of it from here on, and nothing new is told. What waits, the end of a call
     * among it, leaves before the close.
     */
    public void dismiss(Ending ending) {
        dismissed = true;
        outbox.closeAfterwards(ending);
    }

    /** It gave a sign of life without a message. */
    public void alive() {
        life.heard();
    }

    /** Asks for a sign of life, if it is time to. */
    public void ask() {
        if (life.ask()) {
            outbox.ping();
        }
    }

    /** For how long it had not been heard, if that is how it was found to be gone. */
    public Duration silence() {
        return life.missing() ? life.silence() : Duration.ZERO;
    }

    /**
     * What a close with this code means: only a page that is left says 1001 of its own accord. What we sent at that moment fails, so that
     * we may have closed it for another reason before we read that.
     */
    public Whereabouts departure(int code) {
        return code == Ending.IDLE.code() && !sentAway ? Whereabouts.LEFT : Whereabouts.LOST;
    }

    /** The socket is gone. */
    public void gone() {
        gone = true;
        outbox.shut();
    }

    public boolean isGone() {
        return gone;
    }

    /** Why this socket has to be closed now, if it has. */
    public Optional<Ending> due() {
        var now = clock.instant();
        if (outbox.stuck()) {
            return Optional.of(Ending.SLOW_READER);
        }
        if (membership.isEmpty() && openedAt.plus(SocketLimits.AUTHENTICATION).isBefore(now)) {
            return Optional.of(Ending.INVALID_TOKEN);
        }
        if (life.missing()) {
            return Optional.of(Ending.SILENT);
        }
        if (door.browser() && life.silence().compareTo(SocketLimits.IDLE) > 0) {
            return Optional.of(Ending.IDLE);
        }
        return membership.flatMap(m -> m.watch().due(now));
    }

    /** Has the right to be here looked up again at the next chance. */
    public void doubt() {
        membership.ifPresent(m -> m.watch().doubt());
    }
}
