package eyeline.core.account;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Every text of invitations and system messages that an account can change (T2), with the placeholders that it may use. */
public enum CallText {
    INVITED_VOICE("agent", "call"),
    INVITED_VIDEO("agent", "call"),
    ACCEPTED("call"),
    STARTED("call"),
    DECLINED("call"),
    CANCELLED("agent", "call"),
    EXPIRED("call"),
    ENDED("call", "duration"),
    ENDED_UNCONNECTED("call"),
    FAILED("call", "reason"),
    ASKED_VOICE,
    ASKED_VIDEO,
    VOICE_CALL,
    VIDEO_CALL,
    REASON_UNSUPPORTED_BROWSER,
    REASON_DEVICE_DENIED,
    REASON_DEVICE_FORBIDDEN,
    REASON_DEVICE_WITHHELD,
    REASON_DEVICE_UNANSWERED,
    REASON_DEVICE_MISSING,
    REASON_DEVICE_BUSY,
    REASON_RELAY_REFUSED,
    REASON_RELAY_UNREACHABLE,
    REASON_NOT_AGREED,
    REASON_MEDIA_FAILED,
    REASON_CONNECTION_LOST,
    REASON_PAGE_LEFT,
    REASON_PERMISSION_REVOKED,
    REASON_LOGGED_OUT,
    REASON_LOGIN_ENDED,
    REASON_ACCOUNT_CLOSED,
    REASON_SERVER_SHUTDOWN;

    /** The longest text, in characters. */
    public static final int LONGEST = 500;

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    private final List<String> placeholders;

    CallText(String... placeholders) {
        this.placeholders = List.of(placeholders);
    }

    public static Optional<CallText> of(String name) {
        return Arrays.stream(values()).filter(text -> text.name().equals(name)).findFirst();
    }

    /** Without their braces. */
    public List<String> placeholders() {
        return placeholders;
    }

    /** What speaks against a text for this key, in a sentence for a person. */
    Optional<String> objection(String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            return Optional.of("A text has 1 to " + LONGEST + " characters.");
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
            return Optional.of("A text has no control characters.");
        }
        var unknown = PLACEHOLDER.matcher(text).results().map(found -> found.group(1))
                .filter(name -> !Set.copyOf(placeholders).contains(name)).findFirst();
        return unknown.map(name -> "There is no placeholder {" + name + "} in this text.");
    }
}
