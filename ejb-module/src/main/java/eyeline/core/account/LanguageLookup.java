package eyeline.core.account;

import java.util.Collection;
import java.util.Optional;

/** Which of some languages comes nearest to the one that somebody reads: the lookup of RFC 4647, 3.4. */
final class LanguageLookup {
    private LanguageLookup() {
    }

    /**
     * The wanted language, or it without its last parts as long as something is left: "zh-Hant-TW", "zh-Hant", "zh". Upper and
     * lower case are the same, and so are "-" and the "_" of POSIX.
     */
    static Optional<String> nearest(String wanted, Collection<String> offered) {
        for (var range = wanted.replace('_', '-'); !range.isEmpty(); range = shorter(range)) {
            var now = range;
            var same = offered.stream().filter(now::equalsIgnoreCase).findFirst();
            if (same.isPresent()) {
                return same;
            }
        }
        return Optional.empty();
    }

    /** Without the last part, and without the single letter before it, which means nothing alone. */
    private static String shorter(String range) {
        var end = range.lastIndexOf('-');
        if (end < 0) {
            return "";
        }
        var left = range.substring(0, end);
        return left.length() > 1 && left.charAt(left.length() - 2) == '-' ? left.substring(0, left.length() - 2) : left;
    }
}
