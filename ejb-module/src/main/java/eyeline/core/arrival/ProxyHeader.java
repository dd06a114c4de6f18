package eyeline.core.arrival;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * In which headers the proxies tell of a client ({@code EYELINE_PROXY_HEADER}). One kind alone is read: a proxy that writes the one kind
 * lets a client's own headers of the other kind through.
 */
public enum ProxyHeader {
    X_FORWARDED_FOR("X-Forwarded-For") {
        @Override
        List<Hop> hops(Function<String, List<String>> headers) {
            var schemes = entries(headers.apply("X-Forwarded-Proto"));
            var scheme = schemes.isEmpty() ? "" : schemes.get(schemes.size() - 1);
            var hops = new ArrayList<>(entries(headers.apply(header())).stream().map(entry -> new Hop(entry, "")).toList());
            var last = hops.isEmpty() ? "" : hops.remove(hops.size() - 1).node();
            hops.add(new Hop(last, scheme));
            return hops;
        }
    },
    FORWARDED("Forwarded") {
        @Override
        List<Hop> hops(Function<String, List<String>> headers) {
            return ForwardedElement.all(String.join(",", headers.apply(header()))).stream()
                    .map(element -> new Hop(element.value("for"), element.value("proto"))).toList();
        }
    };

    public static final String VARIABLE = "EYELINE_PROXY_HEADER";
    /** Of all kinds: what nobody else may read once an arrival has been decided. */
    public static final List<String> ALL = List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host",
            "X-Forwarded-Port", "X-Forwarded-Server", "X-Forwarded-Prefix", "X-Real-IP");

    private static final Pattern COMMA = Pattern.compile(",");

    /** What one proxy told: the node that it was asked by, perhaps with a port, and over which scheme. Either may be empty. */
    record Hop(String node, String scheme) {
    }

    private final String header;

    ProxyHeader(String header) {
        this.header = header;
    }

    String header() {
        return header;
    }

    /** What proxies told, the nearest one last. */
    abstract List<Hop> hops(Function<String, List<String>> headers);

    private static List<String> entries(List<String> values) {
        return values.stream().flatMap(COMMA::splitAsStream).map(String::strip).toList();
    }

    /**
     * Of the name of a header; of nothing the first.
     *
     * @throws IllegalArgumentException with one sentence for the operator, for any other name
     */
    public static ProxyHeader of(Optional<String> name) {
        return name.map(text -> List.of(values()).stream().filter(kind -> kind.header.toLowerCase(Locale.ROOT).equals(text.toLowerCase(Locale.ROOT)))
                .findFirst().orElseThrow(() -> new IllegalArgumentException(VARIABLE + " is '" + text + "'; it takes X-Forwarded-For or Forwarded.")))
                .orElse(X_FORWARDED_FOR);
    }
}
