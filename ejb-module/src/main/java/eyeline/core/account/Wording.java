package eyeline.core.account;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All texts in one language. Text is text: what fills a placeholder is put in as it is and never read again. */
public record Wording(String language, Map<CallText, String> texts) {

    /** The languages that have defaults. */
    public static final List<String> LANGUAGES = List.of("en", "de");
    static final String FALLBACK = "en";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");

    /** The defaults in a language, those in English where there are none; the caller's own to change. */
    public static Wording defaults(String language) {
        return new Wording(language, read(LANGUAGES.contains(language) ? language : FALLBACK));
    }

    /** A text with its placeholders filled; one that has no value stays as it is. */
    public String fill(CallText text, Map<String, String> values) {
        return PLACEHOLDER.matcher(texts.get(text)).replaceAll(found ->
                Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }

    public String of(CallText text) {
        return texts.get(text);
    }

    private static Map<CallText, String> read(String language) {
        var properties = new Properties();
        try (var file = new InputStreamReader(
                Wording.class.getResourceAsStream("texts_" + language + ".properties"), StandardCharsets.UTF_8)) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var texts = new EnumMap<CallText, String>(CallText.class);
        for (var key : CallText.values()) {
            texts.put(key, properties.getProperty(key.name()));
        }
        return texts;
    }
}
