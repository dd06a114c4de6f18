package eyeline.web.http;

import java.time.Duration;

/** What a request over HTTP may cost. The rates are per address and second, generous because an office may share one. */
public final class HttpLimits {

    /** The largest body is an identity token. */
    public static final int BODY_BYTES = 8 * 1024;
    /** A body, from its request's head to its last byte: protects the others from who sends a byte a second. */
    public static final Duration BODY_TIME = Duration.ofSeconds(10);
    /** Bodies of one address that have begun and not ended: an office's come at once and are not counted for longer than that. */
    public static final int BODIES_ON_THE_WAY = 64;
    /** What administrators send: texts in many languages are long. */
    public static final int CONFIGURATION_BYTES = 64 * 1024;
    /** Sign-up and tokens: at once, and a second. A page with many visitors behind one router asks once a visit. */
    public static final int TOKENS_BURST = 300;
    public static final int TOKENS_PER_SECOND = 30;
    /** Log-ins: at once, and a second. Checking a password is slow by intent, and guessing must be slower. */
    public static final int LOGINS_BURST = 60;
    public static final int LOGINS_PER_SECOND = 3;
    /** Conversations that are opened from one address: at once, and a second. Each is told to every agent of the account. */
    public static final int OPENINGS_BURST = 300;
    public static final int OPENINGS_PER_SECOND = 10;
    /** Conversations that one consumer opens, one after the other: at once, and a second. Nobody closes and begins anew more often. */
    public static final int OPENINGS_BY_CONSUMER_BURST = 10;
    public static final double OPENINGS_BY_CONSUMER_PER_SECOND = 0.05;
    /** Tests of a relay by one person: at once, and a second. They reach into networks, so they must not add up to a search. */
    public static final int RELAY_TESTS_BURST = 12;
    public static final double RELAY_TESTS_PER_SECOND = 0.1;
    /** Checks before a call, of one address: at once, and a second. Each takes two: the servers, and the bytes that come down. */
    public static final int CHECKS_BURST = 60;
    public static final double CHECKS_PER_SECOND = 0.2;
    /** Bytes of a check that go up come in pieces: at once, and a second. */
    public static final int CHECK_UPLOADS_BURST = 400;
    public static final int CHECK_UPLOADS_PER_SECOND = 4;
    /** The largest piece: what the listener takes at all (40-limits.cli). */
    public static final int CHECK_UPLOAD_BYTES = 128 * 1024;
    /** What one may ask to come down: four seconds of 8 Mbit/s. */
    public static final int CHECK_DOWNLOAD_BYTES = 4 * 1024 * 1024;
    /** Downloads of checks at once, each of which holds a thread, and for how long one may last. */
    public static final int CHECK_DOWNLOADS_AT_ONCE = 16;
    public static final int CHECK_DOWNLOAD_SECONDS = 10;
    /** Addresses remembered; when there are more, those that have been quiet are forgotten. */
    public static final int ADDRESSES = 20_000;
    /** What a refused client is told to wait, in seconds. */
    public static final int RETRY_AFTER_SECONDS = 2;
    public static final int USER_NAME = 128;
    public static final int PASSWORD = 256;
    public static final int CSRF = 128;
    /** The path of a member, as a refusal names it. */
    static final int FIELD = 128;
    public static final int BEARER = 128;

    private HttpLimits() {
    }
}
