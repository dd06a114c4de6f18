package eyeline.expense;

import java.lang.management.ManagementFactory;
import java.security.GeneralSecurityException;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** A piece of work that is always the same: what it takes says how fast a processor is, here and beside what else runs now. */
final class Yardstick {
    /** What it took where the table of docs/testing.md was made. */
    static final double THERE_MILLIS = 120;
    private static final int ROUNDS = 100_000;
    private static final int BITS = 512;

    private Yardstick() {
    }

    /** Milliseconds of a processor. */
    static double millis() {
        var clock = ManagementFactory.getThreadMXBean();
        var before = clock.getCurrentThreadCpuTime();
        try {
            SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512").generateSecret(new PBEKeySpec("a yardstick".toCharArray(), new byte[16], ROUNDS, BITS));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return (clock.getCurrentThreadCpuTime() - before) / 1e6;
    }
}
