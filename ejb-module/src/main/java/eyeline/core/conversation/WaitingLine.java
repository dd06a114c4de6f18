package eyeline.core.conversation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * Gives what is told of an account's waiting conversations one order, so that the last count an agent hears is the true one. Changes
 * that come while others are being told go out together: a rush costs each agent a few messages and not one for each newcomer.
 */
final class WaitingLine {
    /** Changes in one message: some 30 KiB. */
    static final int TOGETHER = 100;

    private final Queue<RingChange> news = new ArrayDeque<>();

    /** Has the change, which is committed, told by {@code teller}; when this returns it was told. */
    void changed(RingChange change, Consumer<List<RingChange>> teller) {
        synchronized (news) {
            news.add(change);
        }
        tell(teller);
    }

    private synchronized void tell(Consumer<List<RingChange>> teller) {
        for (var batch = next(); !batch.isEmpty(); batch = next()) {
            teller.accept(batch);
        }
    }

    /** How many changes wait to be told. */
    int held() {
        synchronized (news) {
            return news.size();
        }
    }

    private List<RingChange> next() {
        synchronized (news) {
            var batch = new ArrayList<RingChange>();
            while (batch.size() < TOGETHER && !news.isEmpty()) {
                batch.add(news.remove());
            }
            return batch;
        }
    }
}
