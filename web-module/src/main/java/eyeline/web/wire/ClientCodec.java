package eyeline.web.wire;

import eyeline.core.result.RefusalReason;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads what clients send: the envelope here, the body by its type in {@link RequestReader}. A message whose {@code kind}
 * is missing is a request; numeric ids occur and are answered as strings (protocol.md, 2.3).
 */
public final class ClientCodec {

    private static final Pattern ID = Pattern.compile("\"id\"\\s{0,8}:\\s{0,8}\"?([A-Za-z0-9._:-]{1," + Limits.REQUEST_ID + "})[\",}\\s]");
    private static final Pattern TYPE = Pattern.compile("\"type\"\\s{0,8}:\\s{0,8}\"([A-Za-z.]{1," + Limits.TYPE + "})\"");

    private ClientCodec() {
    }

    public static Received read(String text) {
        return StrictJson.look(text).map(ClientCodec::read).orElseGet(Received.Unreadable::new);
    }

    /**
     * The refusal of a message that is not read: only the beginning is looked at, where clients have the id and the type. Nothing if
     * no id is there.
     */
    public static Optional<Response> refusal(String text, RefusalReason reason) {
        var beginning = text.substring(0, Math.min(text.length(), Limits.BEGINNING));
        return first(ID, beginning).map(id -> new Response(id, first(TYPE, beginning).flatMap(RequestType::of)
                .map(RequestType::responseName).orElse(RequestType.STRING_RESPONSE), reason.code(), RefusalJson.of(reason.refusal())));
    }

    private static Optional<String> first(Pattern pattern, String text) {
        return pattern.matcher(text).results().findFirst().map(found -> found.group(1));
    }

    private static Received read(StrictJson.Looked message) {
        return id(message.object()).map(id -> message.unsound().map(path -> unsound(id, message.object(), path))
                .orElseGet(() -> read(id, new Fields(message.object(), "")))).orElseGet(Received.Unreadable::new);
    }

    private static Optional<String> id(JsonObject message) {
        var id = message.get("id");
        if (id instanceof JsonNumber || id instanceof JsonString) {
            var text = id instanceof JsonString string ? string.getString() : id.toString();
            return Optional.of(text).filter(t -> t.length() <= Limits.REQUEST_ID && SoundText.sound(t));
        }
        return Optional.empty();
    }

    private static Received read(String id, Fields envelope) {
        try {
            if (!envelope.optionalText("kind", Limits.WORD).orElse("req").equals("req")) {
                throw envelope.wrong("kind", "must be req.");
            }
            var type = RequestType.of(envelope.text("type", Limits.TYPE));
            return type.isPresent() ? read(id, type.get(), envelope) : unknown(id);
        } catch (Malformed wrong) {
            return refused(id, RequestType.STRING_RESPONSE, wrong);
        }
    }

    private static Received read(String id, RequestType type, Fields envelope) {
        try {
            return new Received.Good(id, type, RequestReader.read(type, envelope));
        } catch (Malformed wrong) {
            return refused(id, type.responseName(), wrong);
        }
    }

    /** Somebody's text that cannot be kept is no reason to close the socket: the answer names it. */
    private static Received unsound(String id, JsonObject message, String path) {
        var type = message.get("type") instanceof JsonString name ? RequestType.of(name.getString()) : Optional.<RequestType>empty();
        var field = path.length() > Limits.SENTENCE ? "body" : path;
        return refused(id, type.map(RequestType::responseName).orElse(RequestType.STRING_RESPONSE), new Malformed(field, StrictJson.Looked.words(field)));
    }

    private static Received unknown(String id) {
        return Received.Refused.with(id, RequestType.STRING_RESPONSE,
                RefusalReason.MALFORMED.because("type is not known here."), "type");
    }

    private static Received refused(String id, String responseName, Malformed wrong) {
        return Received.Refused.with(id, responseName, RefusalReason.MALFORMED.because(wrong.getMessage()), wrong.field());
    }
}
