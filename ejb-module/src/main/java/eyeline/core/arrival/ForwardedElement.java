package eyeline.core.arrival;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One element of the header {@code Forwarded} (RFC 7239, section 4): parameters by name, in small letters. */
record ForwardedElement(Map<String, String> parameters) {

    /** All elements of a header's value; what follows a quotation that does not end belongs to its element. */
    static List<ForwardedElement> all(String value) {
        return split(value, ',').stream().map(ForwardedElement::of).toList();
    }

    private static ForwardedElement of(String text) {
        var parameters = new HashMap<String, String>();
        for (var pair : split(text, ';')) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(pair.substring(0, equals).strip().toLowerCase(Locale.ROOT), unquoted(pair.substring(equals + 1).strip()));
            }
        }
        return new ForwardedElement(parameters);
    }

    String value(String name) {
        return parameters.getOrDefault(name, "");
    }

    /** Splits outside of quotations. */
    private static List<String> split(String text, char at) {
        var parts = new ArrayList<String>();
        var begin = 0;
        var quoted = false;
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == at && !quoted) {
                parts.add(text.substring(begin, i));
                begin = i + 1;
            }
        }
        parts.add(text.substring(begin));
        return parts;
    }

    private static String unquoted(String value) {
        var quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1") : value;
    }
}
