package eyeline.web.wire;

import jakarta.json.JsonObject;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Reads the typed headers of InitConnection, in any order, and the HTTP header with the same client properties. */
public final class HeadersReader {

    private static final String AUTHENTICATION = ".ams.headers.ConsumerAuthentication";
    private static final String PROPERTIES_SUFFIX = ".ClientProperties";

    private HeadersReader() {
    }

    static Request.InitConnection read(Fields envelope) throws Malformed {
        Optional<String> token = Optional.empty();
        Set<String> features = new HashSet<>();
        for (Fields header : envelope.objects("headers", Limits.HEADERS)) {
            var type = header.optionalText("type", Limits.TYPE).orElse("");
            if (type.equals(AUTHENTICATION)) {
                token = Optional.of(header.text("jwt", Limits.TOKEN));
            } else if (type.endsWith(PROPERTIES_SUFFIX)) {
                features.addAll(features(header));
            }
        }
        return new Request.InitConnection(token, Set.copyOf(features));
    }

    /** The features in a Client-Properties header; a header that cannot be read announces none. */
    public static Set<String> features(String clientProperties) {
        return StrictJson.read(clientProperties).map(HeadersReader::tolerantFeatures).orElse(Set.of());
    }

    private static Set<String> tolerantFeatures(JsonObject properties) {
        try {
            return features(new Fields(properties, ""));
        } catch (Malformed unreadable) {
            return Set.of();
        }
    }

    private static Set<String> features(Fields properties) throws Malformed {
        return Set.copyOf(new HashSet<>(properties.texts("features", Limits.FEATURES, Limits.ID)));
    }
}
