package eyeline.core.call;

import eyeline.core.account.Account;
import eyeline.core.account.Fence;
import eyeline.core.presence.ConnectionId;
import eyeline.core.presence.Whereabouts;
import eyeline.core.result.Outage;
import eyeline.core.result.RefusalReason;
import eyeline.core.result.Result;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Takes a command to its outcome: tries until it is committed or refused, then, after the commit and in this order, notes it
 * in memory, arms the next deadline, and tells.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CallSteps {
    /** From the acceptance until both have joined; browsers may wait for their people's permission in that time. */
    static final Duration CONNECT_TIME = Duration.ofSeconds(120);
    /** A session whose socket is gone may come back for so long (docs/protocol.md, call.Fail). */
    static final Duration GRACE = Duration.ofSeconds(30);
    /**
     * So much later than it was last heard a socket that broke without a word may come back: it may have broken just before the next sign
     * of life, which comes every 5 s, and to dial and greet again takes up to 5 s more.
     */
    static final Duration SILENT_GRACE = GRACE.plusSeconds(10);
    /** After a restart of the server the sessions may come back for so long: browsers dial for that time. */
    static final Duration RESTART_GRACE = Duration.ofSeconds(120);
    /** What could not be written is tried again after so long, and after longer if it is not the database that is away. */
    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final Duration AGAIN_AT_LAST = Duration.ofMinutes(1);

    private static final Logger LOG = System.getLogger("eyeline.call");

    @Inject
    CallRecord record;
    @Inject
    LiveCalls live;
    @Inject
    CallOutlet outlet;
    @Inject
    Clock clock;
    @Resource
    ManagedScheduledExecutorService timers;

    /** Takes a command to its outcome. */
    public Result<CallRecord.Committed> take(CallId id, CallCommand command) {
        return take(id, command, call -> { });
    }

    /** {@code beforeTold} happens after the commit and before anybody hears of it: claiming a side. */
    public Result<CallRecord.Committed> take(CallId id, CallCommand command, Consumer<LiveCall> beforeTold) {
        return take(id, command, alive(id, command), beforeTold);
    }

    /** Until when the call is known to have lived: a loss is noticed later than it happens, whatever else ends a call happens when it is written. */
    private Instant alive(CallId id, CallCommand command) {
        return switch (command.kind()) {
            case LOSE, SHUT_DOWN -> live.find(id).map(call -> call.alive(command, clock.instant())).orElse(Instant.MAX);
            case INVITE, ACCEPT, DECLINE, CANCEL, EXPIRE, JOIN, CHANGE_MODE, HANG_UP, FAIL, GIVE_UP, REVOKE, CLOSE_CONVERSATION, LEAVE -> Instant.MAX;
        };
    }

    private Result<CallRecord.Committed> take(CallId id, CallCommand command, Instant alive, Consumer<LiveCall> beforeTold) {
        var outcome = record.attempt(id, command, alive);
        while (outcome.outcome().isEmpty()) {
            outcome = record.attempt(id, command, alive);
        }
        return settle(outcome.outcome().get(), beforeTold);
    }

    /** An end that cannot be written now: it is kept, written as soon as it can be, and the call was no longer than until now. */
    public void keep(LiveCall call, CallCommand command) {
        if (!call.keepsEnd()) {
            return; // the first counts, however often somebody presses
        }
        var alive = call.alive(command, clock.instant());
        LOG.log(Level.WARNING, "call={0} {1} is kept until it can be written", call.id(), command.kind());
        again(call, () -> {
            take(call.id(), command, alive, known -> { });
            call.endWritten();
        }, AGAIN);
    }

    /** What follows from an outcome: nothing from a refusal. */
    public Result<CallRecord.Committed> settle(Result<CallRecord.Committed> outcome, Consumer<LiveCall> beforeTold) {
        return outcome.map(committed -> {
            note(committed, beforeTold);
            LOG.log(Level.INFO, "account={0} conversation={1} call={2} {3}{4}", committed.parties().account(),
                    committed.parties().conversation(), committed.id(), committed.state().phase(),
                    committed.state().ending().map(e -> " " + e.endReason() + " " + e.cause()).orElse(""));
            tell(committed);
            if (committed.state().seq() == 1 || committed.state().phase() == CallPhase.ENDED) {
                outlet.rights(committed.parties().account(), committed.parties().agentId());
            }
            return committed;
        });
    }

    /**
     * The owner's socket is gone, not heard for {@code silence}: if the session does not take its side up again in time, the call
     * ends. Nothing happens when another socket has taken the side up meanwhile.
     */
    public void lose(LiveCall call, Party party, ConnectionId owner, Whereabouts how, Duration silence) {
        var rest = silence.isZero() ? GRACE : SILENT_GRACE.minus(silence);
        var loss = later(rest, call, () -> new CallCommand.Lose(party, how == Whereabouts.LEFT));
        if (call.lose(party, owner, how, clock.instant().minus(silence), loss)) {
            outlet.whereabouts(call.parties().conversation(), call.id());
        } else {
            loss.cancel(false);
        }
    }

    /**
     * A call that was open when the server died: its media may well have gone on. Its sessions prove themselves by their keys; when
     * nobody has come back in time it is ended as the server's fault, and when one alone has, as the other's. The time runs from the
     * first restart after which nobody came back, and the call was no longer than it is known to have lived.
     */
    public void recover(CallRecord.Committed known, CallPulse.Last last, Account settings) {
        var call = live.open(known.id(), known.parties());
        call.settings(settings);
        call.observe(known.state());
        recover(call, Party.AGENT, last);
        if (known.state().phase() == CallPhase.INVITED) {
            arm(call, known.state());
            return;
        }
        recover(call, Party.CONSUMER, last);
        if (known.state().phase() != CallPhase.ACTIVE) {
            call.deadline(later(CONNECT_TIME, call, CallCommand.GiveUp::new));
        }
    }

    private void recover(LiveCall call, Party party, CallPulse.Last last) {
        call.lose(party, Whereabouts.LOST, last.alive(), at(last.waitingSince().plus(RESTART_GRACE), call,
                () -> call.deserted() ? new CallCommand.ShutDown() : new CallCommand.Lose(party, false)));
    }

    /** Each side is told of the end as the owner that it was; then nothing of the session stays. */
    private void tell(CallRecord.Committed committed) {
        try {
            outlet.changed(committed.parties().conversation(), committed.id());
        } finally {
            if (committed.state().phase() == CallPhase.ENDED) {
                live.forget(committed.id());
            }
        }
    }

    private void note(CallRecord.Committed committed, Consumer<LiveCall> beforeTold) {
        if (committed.state().phase() == CallPhase.ENDED) {
            live.find(committed.id()).ifPresent(call -> call.end(committed.state()));
            return;
        }
        var call = live.open(committed.id(), committed.parties());
        beforeTold.accept(call);
        if (call.observe(committed.state())) {
            arm(call, committed.state());
        }
    }

    private void arm(LiveCall call, CallState state) {
        switch (state.phase()) {
            case INVITED -> call.deadline(at(state.expiresAt().orElseThrow(), call, CallCommand.Expire::new));
            case ACCEPTED -> call.deadline(later(CONNECT_TIME, call, CallCommand.GiveUp::new));
            case ACTIVE -> call.deadline(null);
            case NONE, CONSUMER_JOINED, AGENT_JOINED, ENDED -> { }
        }
    }

    private Future<?> at(Instant when, LiveCall call, Supplier<CallCommand> command) {
        return later(Duration.between(clock.instant(), when), call, command);
    }

    private Future<?> later(Duration delay, LiveCall call, Supplier<CallCommand> command) {
        return schedule(call, () -> take(call.id(), command.get()), delay, AGAIN);
    }

    /** What is due is not lost when it fails: it is done again until it has an outcome. */
    private Future<?> schedule(LiveCall call, Runnable due, Duration delay, Duration pause) {
        return timers.schedule(() -> {
            try {
                Fence.runWithin(call.parties().account(), due);
            } catch (RuntimeException failure) {
                if (!Outage.is(failure)) {
                    LOG.log(Level.ERROR, () -> "call=" + call.id() + " what was due failed and is done again in " + pause, failure);
                }
                again(call, due, Outage.is(failure) ? AGAIN : longer(pause));
            }
        }, Math.max(0, delay.toMillis()), TimeUnit.MILLISECONDS);
    }

    private void again(LiveCall call, Runnable due, Duration pause) {
        schedule(call, due, pause, pause);
    }

    private static Duration longer(Duration pause) {
        return pause.multipliedBy(2).compareTo(AGAIN_AT_LAST) > 0 ? AGAIN_AT_LAST : pause.multipliedBy(2);
    }

    static <T> Result<T> notTheOwner() {
        return Result.refused(RefusalReason.NOT_THE_OWNER);
    }
}
