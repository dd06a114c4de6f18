package eyeline.core.relay;

import eyeline.core.account.AccountId;
import eyeline.core.account.IceServer;
import eyeline.core.relay.RelayAnswer.Outcome;
import eyeline.core.result.RefusalReason;
import eyeline.core.result.Result;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;

/**
 * Tests a STUN or TURN server from here (R4): asks it for an allocation over each transport that its address means, with a credential
 * as a participant would have it. Of what is no STUN or TURN server nothing is told but that it is none, so that it is no good
 * for looking around in a network.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RelayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** Looking a name up does not know of our patience. */
    private static final Duration ALL = PATIENCE.plusMillis(500);
    /** Tests at once: each holds a thread of a request, and three more. */
    private static final int AT_ONCE = 4;

    private final Semaphore places = new Semaphore(AT_ONCE);

    @Resource
    ManagedExecutorService executor;
    @Inject
    Clock clock;

    /** One answer a transport. TOO_MANY while others test. */
    public Result<List<RelayAnswer>> run(AccountId account, IceServer server) {
        if (!places.tryAcquire()) {
            return Result.refused(RefusalReason.TOO_MANY);
        }
        try {
            var credential = RelayCredentials.of(server, PATIENCE.multipliedBy(12), RelayNames.ofParticipant("test " + account.value()), clock.instant());
            var tls = TrustedAuthorities.context();
            var targets = RelayTarget.of(server.url());
            var running = targets.stream().map(target -> executor.submit(() -> probe(target, credential, tls).run())).toList();
            var deadline = System.nanoTime() + ALL.toNanos();
            return Result.done(IntStream.range(0, targets.size())
                    .mapToObj(i -> answer(targets.get(i), running.get(i), deadline)).toList());
        } finally {
            places.release();
        }
    }

    private static RelayProbe probe(RelayTarget target, MediaConnection.Server credential, SSLContext tls) {
        return new RelayProbe(target, credential.username(), credential.credential(), tls, PATIENCE);
    }

    private static RelayAnswer answer(RelayTarget target, Future<RelayAnswer> running, long deadline) {
        try {
            return running.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            running.cancel(true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return new RelayAnswer(target.transport(), target.port(), Outcome.UNREACHABLE, OptionalLong.empty());
    }
}
