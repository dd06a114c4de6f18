package eyeline.web.socket;

import java.time.Duration;

/** What one socket may cost. */
public final class SocketLimits {

    /** What may wait for a slow reader. Over it the socket is closed with 1013 and the client resumes on a new one. */
    public static final int OUTBOX_BYTES = 256 * 1024;
    public static final int OUTBOX_MESSAGES = 64;
    /** Answers, snapshots and replays, which the client asked for itself: the largest snapshot has 1,000 conversations. */
    public static final int ANSWERS_BYTES = 4 * 1024 * 1024;
    /** Notices that may wait while a request of the socket is being answered: the answer goes first. */
    public static final int HELD_NOTICES = 256;
    /** How long one message may take to leave before the socket is given up. */
    public static final Duration SEND_TIME = Duration.ofSeconds(10);
    /** Requests at once: joining a call sends some 50 candidates. */
    public static final int REQUEST_BURST = 160;
    /** Requests a second over a longer time. */
    public static final int REQUESTS_PER_SECOND = 40;
    /** Who asks for no more is never refused for what others of the same address do: a person who writes, and joins a call. */
    public static final int CALM_BURST = REQUEST_BURST;
    public static final int CALM_PER_SECOND = 4;
    /** Requests of all sockets of one person, at once and a second: some tabs. */
    public static final int PERSON_BURST = 3 * REQUEST_BURST;
    public static final int PERSON_PER_SECOND = 2 * REQUESTS_PER_SECOND;
    /** Requests of all sockets of one address, at once and a second: an office full of people who are no longer calm. */
    public static final int ADDRESS_BURST = 4_000;
    public static final int ADDRESS_PER_SECOND = 400;
    /** So many requests of one flood are refused one by one with 429; who goes on is closed with 1008. */
    public static final int REFUSALS_BEFORE_CLOSE = 100;
    /** Who is over the rate for so long is closed as well, however slowly. */
    public static final Duration FLOOD = Duration.ofSeconds(5);
    /** A flood is over when nothing had to be refused for so long. */
    public static final Duration FLOOD_PAUSE = Duration.ofSeconds(1);
    /** A browser says something every 60 s, two of which may be late. */
    public static final Duration IDLE = Duration.ofSeconds(150);
    /** How often who is in a call is asked for a sign of life. */
    public static final Duration PING = Duration.ofSeconds(5);
    /** Who was asked and has given no sign of life for so long is gone: a broken network says nothing. */
    public static final Duration SILENCE = Duration.ofSeconds(15);
    /** From the look at the limits until the socket is open: a look-up of the log-in lies between. */
    public static final Duration UPGRADE = Duration.ofSeconds(20);
    /** From the upgrade to a good InitConnection. */
    public static final Duration AUTHENTICATION = Duration.ofSeconds(10);
    /** How often an agent's log-in is looked up again, so that a log-out or a disabled user ends the socket. */
    public static final Duration LOGIN_CHECK = Duration.ofSeconds(60);
    /** Sockets from one address: an office or a school behind one router. */
    public static final int PER_ADDRESS = 1_000;
    /** Sockets of one account on this node. */
    public static final int PER_ACCOUNT = 10_000;

    private SocketLimits() {
    }
}
