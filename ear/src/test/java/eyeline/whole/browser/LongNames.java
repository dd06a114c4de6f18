package eyeline.whole.browser;

/** Names of 100 characters, as people have them or make them up. */
final class LongNames {
    static final String UNBROKEN = "Wolfeschlegelsteinhausenbergerdorff".repeat(3).substring(0, 100);
    static final String WITH_BLANKS = "Maria Guadalupe de los Ángeles ".repeat(4).substring(0, 100);
    static final String WIDE_SCRIPT = "\u6b66\u8005\u5c0f\u8def\u5be6\u7be4\u9f8d\u99ac\u6a4b\u672c".repeat(10);
    static final String RIGHT_TO_LEFT = "\u05d0\u05dc\u05db\u05e1\u05e0\u05d3\u05e8\u05d4 (VIP) \u05d1\u05df \u05d3\u05d5\u05d3, ".repeat(5).substring(0, 100);
    /** An astronaut, a flag and a family, each of several code units that no cut may part. */
    static final String EMOJI = "\ud83d\udc69\ud83c\udffd\u200d\ud83d\ude80\ud83c\uddea\ud83c\uddfa".repeat(9);

    private LongNames() {
    }
}
