package eyeline.web.wire;

/** How large anything may be that comes over a socket. Lengths are in characters unless the name says bytes. */
public final class Limits {

    /** A text message: the largest SDP offers are about 10 KiB, the largest content 16 KiB. Over it the socket is closed with 1009. */
    public static final int MESSAGE_BYTES = 64 * 1024;
    /** Fragments of one message: no client fragments what fits into 64 KiB; a flood of tiny ones costs more than its bytes. */
    public static final int MESSAGE_FRAGMENTS = 512;
    /** Nesting of objects and arrays: structured content of a bot is about 8 deep. */
    static final int DEPTH = 32;
    /** Characters of a number: what JavaScript writes has 25 at the most. */
    static final int NUMBER = 64;
    /** Characters of a message that are looked at when it is refused unread. */
    static final int BEGINNING = 512;
    /** A correlation id; clients use counters and UUIDs. */
    static final int REQUEST_ID = 64;
    /** The name of a request type; ours have 34 at the most. */
    static final int TYPE = 64;
    /** Ids of conversations, dialogs, rings and calls: UUIDs. */
    static final int UUID_TEXT = 36;
    /** Ids that others chose: subscription, skill, user. */
    static final int ID = 64;
    /** Words of a closed or nearly closed list: roles, states, statuses. */
    static final int WORD = 32;
    /** A sentence about why something was closed. */
    static final int SENTENCE = 256;
    /** A consumer's token: RS256 with few claims is about 700. */
    public static final int TOKEN = 4096;
    /** One text that a person writes. */
    static final int CONTENT = 8000;
    /** What is looked for in a transcript: a sentence. */
    static final int SEARCH = 100;
    /** A published event as JSON: rich content included. */
    static final int EVENT = 32 * 1024;
    /** What a publisher may attach to an event. */
    static final int METADATA = 8 * 1024;
    /** The type of a content, such as text/plain. */
    static final int CONTENT_TYPE = 128;
    /** Sequences in one delivery or read receipt. */
    static final int SEQUENCES = 500;
    /** Fields changed by one request; five exist. */
    static final int FIELDS = 10;
    /** Headers of one InitConnection; two are used. */
    static final int HEADERS = 16;
    /** Features that a window announces; ten are known. */
    static final int FEATURES = 32;
    /** One session description. */
    static final int SDP = 48 * 1024;
    /** One ICE candidate line. */
    static final int CANDIDATE = 1024;
    /** Identification of a media line or ICE user name fragment. */
    static final int MEDIA_ID = 256;
    /** What lets a session take its side of a call up again. */
    static final int SESSION_KEY = 128;
    /** Epoch milliseconds of the year 5138: a whole number that JavaScript holds exactly. */
    static final long ROUND = 100_000_000_000_000L;
    /** Seconds of media that one page watched: a week. */
    static final int QUALITY_SECONDS = 7 * 24 * 3600;
    /** Milliseconds of pictures that stood still: a week. */
    static final int FREEZE_MS = QUALITY_SECONDS * 1000;
    /** Packets of a week at 10,000 a second. */
    static final long PACKETS = QUALITY_SECONDS * 10_000L;
    /** A round trip or a jitter, in milliseconds: a minute. */
    static final int DELAY_MS = 60_000;
    /** Something that happens now and then in a call: freezes, restarts. */
    static final int TIMES = 1_000_000;
    /** A gigabit a second. */
    static final int KBPS = 1_000_000;
    /** Pixels of one side of a picture. */
    static final int PIXELS = 16_384;
    static final int FRAMES_PER_SECOND = 240;
    static final int PERMILLE = 1000;
    /** What a consumer says of himself, as JSON. */
    static final int PROFILE = 8 * 1024;

    private Limits() {
    }
}
