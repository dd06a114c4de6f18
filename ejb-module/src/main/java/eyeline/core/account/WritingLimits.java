package eyeline.core.account;

/**
 * How much may be written in a conversation of an account: by one sender in a minute, and in all. Receipts have as much room again, and
 * there may be four times as many: a message has one "delivered" and one "read" of each reader at the most.
 */
public record WritingLimits(int messagesPerMinute, int messages, int megabytes) {
    public static final int RECEIPTS_A_MESSAGE = 4;
    private static final int MEGABYTE = 1_000_000;
    /** What one sender may write in a minute: the longest texts without a pause. */
    public static final int BYTES_PER_MINUTE = MEGABYTE;

    /** Messages, their receipts, and as many lines of the system as messages. */
    public int events() {
        return (2 + RECEIPTS_A_MESSAGE) * messages;
    }

    public long bytes() {
        return (long) megabytes * MEGABYTE;
    }
}
