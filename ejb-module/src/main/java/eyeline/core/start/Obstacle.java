package eyeline.core.start;

import java.io.Serializable;

/**
 * Why this server must not serve: {@code sentence} tells operators what is wrong and what to do, without a secret. {@code exitCode}
 * is that of the process where it may be ended.
 */
public record Obstacle(String sentence, int exitCode) implements Serializable {
    /** Something must be changed first; starting again does not help (EX_CONFIG of sysexits.h). */
    public static final int CONFIGURATION = 78;
    /** Starting again may help (EX_TEMPFAIL). */
    public static final int PASSING = 75;

    static Obstacle of(String sentence) {
        return new Obstacle(sentence, CONFIGURATION);
    }
}
