package eyeline.web.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/** One body that is on its way: takes what has come, sends the request on when it is all there, and answers when it is late. */
final class BodyWait implements ReadListener, AsyncListener {

    private final ServletInputStream in;
    private final ArrivedBody body;
    private final AsyncContext async;
    private final BodiesOnTheWay.Counted counted;
    private final AtomicBoolean waits = new AtomicBoolean(true);

    BodyWait(ServletInputStream in, ArrivedBody body, AsyncContext async, BodiesOnTheWay.Counted counted) {
        this.in = in;
        this.body = body;
        this.async = async;
        this.counted = counted;
    }

    @Override
    public void onDataAvailable() throws IOException {
        var piece = new byte[HttpLimits.BODY_BYTES];
        while (in.isReady() && !in.isFinished()) {
            int length = in.read(piece);
            if (length > 0 && body.overflowsWith(piece, length)) {
                goesOn();
                return;
            }
        }
    }

    @Override
    public void onAllDataRead() {
        goesOn();
    }

    /** Once: all of it is there, or its time is over, or it was larger than it may be, which is refused where sizes are judged. */
    private void goesOn() {
        if (waits.getAndSet(false)) {
            counted.ends();
            async.dispatch();
        }
    }

    /** The connection broke: there is nobody to answer. */
    @Override
    public void onError(Throwable broken) {
        if (waits.getAndSet(false)) {
            async.complete();
        }
    }

    /** The request goes on without it, to be refused as any other is. */
    @Override
    public void onTimeout(AsyncEvent late) {
        if (waits.get()) {
            body.isLate();
            goesOn();
        }
    }

    @Override
    public void onComplete(AsyncEvent over) {
        counted.ends();
    }

    @Override
    public void onError(AsyncEvent broken) {
        counted.ends();
    }

    @Override
    public void onStartAsync(AsyncEvent again) {
        // no resource of ours goes on waiting once its body is there
    }
}
