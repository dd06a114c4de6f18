package eyeline.core.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eyeline.core.account.AccountId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class WaitingLineTest {
    private final WaitingLine line = new WaitingLine();
    private final List<Integer> batches = new ArrayList<>();

    static RingChange change(boolean ringing, String skill) {
        return new RingChange(new Ring(new AccountId("1"), new ConversationId(UUID.randomUUID()), "c", skill, Instant.EPOCH), ringing);
    }

    @Test
    void aChangeHasBeenToldWhenItReturns() {
        line.changed(change(true, "-1"), batch -> batches.add(batch.size()));
        line.changed(change(false, "-1"), batch -> batches.add(batch.size()));
        assertEquals(List.of(1, 1), batches);
    }

    @Test
    void whatComesWhileOthersAreBeingToldGoesOutTogetherInBatchesOfABoundedSize() throws InterruptedException {
        var telling = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var first = new Thread(() -> line.changed(change(true, "-1"), batch -> {
            batches.add(batch.size());
            if (batches.size() == 1) {
                telling.countDown();
                await(goOn);
            }
        }));
        first.start();
        await(telling);
        var others = new ArrayList<Thread>();
        for (int i = 0; i < WaitingLine.TOGETHER + 20; i++) {
            others.add(new Thread(() -> line.changed(change(true, "-1"), batch -> batches.add(batch.size()))));
        }
        others.forEach(Thread::start);
        // each has put its change down before it waits for its turn
        while (line.held() < others.size()) {
            Thread.onSpinWait();
        }
        goOn.countDown();
        first.join();
        for (var other : others) {
            other.join();
        }
        assertEquals(List.of(1, WaitingLine.TOGETHER, 20), batches);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
