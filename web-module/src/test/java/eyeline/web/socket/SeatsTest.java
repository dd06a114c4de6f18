package eyeline.web.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.core.account.AccountId;
import eyeline.web.wire.Samples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class SeatsTest {
    private static final String ADDRESS = "192.0.2.7";
    private static final AccountId ACCOUNT = Samples.ACCOUNT;
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final Instant LATER = NOW.plus(SocketLimits.UPGRADE);
    private static final int AT_ONCE = 16;

    private final Seats seats = new Seats();

    private boolean keeps() {
        return seats.keep(ADDRESS, ACCOUNT, NOW, LATER);
    }

    private void fill(int left) {
        for (int i = 0; i < SocketLimits.PER_ADDRESS - left; i++) {
            seats.taken(ADDRESS, ACCOUNT);
        }
    }

    @Test
    void ofManyWhoComeAtOnceNoMoreGetInThanThereIsRoomFor() throws Exception {
        for (int round = 0; round < 20; round++) {
            var fresh = new Seats();
            assertEquals(SocketLimits.PER_ADDRESS, together(() -> fresh.keep(ADDRESS, ACCOUNT, NOW, LATER)));
            assertEquals(SocketLimits.PER_ADDRESS, fresh.from(ADDRESS));
        }
    }

    /** How often threads that begin together, and ask for more than there is, got what they asked for. */
    private static int together(BooleanSupplier asked) throws Exception {
        var barrier = new CyclicBarrier(AT_ONCE);
        var threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            var all = new ArrayList<Future<Integer>>();
            for (int i = 0; i < AT_ONCE; i++) {
                all.add(threads.submit(() -> {
                    barrier.await();
                    var got = 0;
                    for (int time = 0; time < 2 * SocketLimits.PER_ADDRESS / AT_ONCE; time++) {
                        got += asked.getAsBoolean() ? 1 : 0;
                    }
                    return got;
                }));
            }
            var got = 0;
            for (var one : all) {
                got += one.get();
            }
            return got;
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void whoOpensTakesTheSeatThatWasKept() {
        assertTrue(keeps());
        seats.taken(ADDRESS, ACCOUNT);
        assertEquals(1, seats.from(ADDRESS));
        assertEquals(1, seats.of(ACCOUNT));
        seats.givenBack(ADDRESS, ACCOUNT); // nothing is kept any more
        assertEquals(1, seats.from(ADDRESS));
        seats.left(ADDRESS, ACCOUNT);
        assertEquals(0, seats.from(ADDRESS));
        assertEquals(0, seats.of(ACCOUNT));
    }

    @Test
    void aSeatThatIsGivenBackIsFree() {
        fill(1);
        assertTrue(keeps());
        assertFalse(keeps());
        seats.givenBack(ADDRESS, ACCOUNT);
        assertTrue(keeps());
    }

    @Test
    void aSeatThatNobodyTakesIsFreeAgainInTheEnd() {
        fill(1);
        assertTrue(keeps());
        assertFalse(seats.keep(ADDRESS, ACCOUNT, LATER, LATER.plusSeconds(1)));
        assertTrue(seats.keep(ADDRESS, ACCOUNT, LATER.plusMillis(1), LATER.plusSeconds(1)));
    }

    @Test
    void othersAreNotCountedWithIt() {
        fill(0);
        assertFalse(keeps());
        assertTrue(seats.keep("192.0.2.8", ACCOUNT, NOW, LATER));
    }
}
