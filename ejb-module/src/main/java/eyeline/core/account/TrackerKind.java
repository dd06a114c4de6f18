package eyeline.core.account;

import java.util.Optional;
import java.util.regex.Pattern;

/** The tracking libraries that the tag can tell of calls (W5), each with the form of its id. */
public enum TrackerKind {
    NONE("", ""),
    GOOGLE_ANALYTICS("G-[A-Z0-9]{4,20}", "a measurement id such as G-AB12CD34EF"),
    MATOMO("[1-9][0-9]{0,9}", "the number of a site"),
    MAPP("[0-9]{15}", "a track id of 15 digits"),
    TEALIUM("[a-z0-9_-]{1,50}/[a-z0-9_-]{1,49}", "account/profile");

    private final Pattern form;
    private final String words;

    TrackerKind(String form, String words) {
        this.form = Pattern.compile(form);
        this.words = words;
    }

    /** What speaks against an id, in a sentence for a person. */
    Optional<String> objection(Optional<String> id) {
        if (this == NONE) {
            return id.isPresent() ? Optional.of("Without a tracker there is no id.") : Optional.empty();
        }
        return id.filter(text -> form.matcher(text).matches()).isPresent() ? Optional.empty()
                : Optional.of("The id must be " + words + ".");
    }
}
