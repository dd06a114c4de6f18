package eyeline.web.check;

import eyeline.web.http.HttpLimits;
import eyeline.web.http.Problem;
import eyeline.web.http.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;

/** The bytes that come down in a check: few at once, none for long, and no proxy can make them smaller. */
@ApplicationScoped
class CheckDownloads {

    private static final int PIECE = 16 * 1024;

    private final Semaphore places = new Semaphore(HttpLimits.CHECK_DOWNLOADS_AT_ONCE);

    /** Ends early for who reads slowly: by then it is measured. TOO_MANY while others measure. */
    void write(int bytes, OutputStream out) throws IOException {
        if (!places.tryAcquire()) {
            throw new Refused(Problem.tooMany());
        }
        try {
            var random = new SplittableRandom();
            var piece = new byte[PIECE];
            var end = System.nanoTime() + Duration.ofSeconds(HttpLimits.CHECK_DOWNLOAD_SECONDS).toNanos();
            for (int left = bytes; left > 0 && System.nanoTime() < end; left -= PIECE) {
                random.nextBytes(piece);
                out.write(piece, 0, Math.min(left, PIECE));
            }
        } finally {
            places.release();
        }
    }
}
