package eyeline.web.wire;

import eyeline.core.result.Refusal;

/** What the codec made of one text message. */
public sealed interface Received {

    /** A request that can be acted on. */
    record Good(String id, RequestType type, Request request) implements Received {
    }

    /** It can be answered, and is refused: {@code answer} is the response to send. */
    record Refused(Response answer) implements Received {

        static Refused with(String id, String responseName, Refusal refusal, String field) {
            return new Refused(new Response(id, responseName, refusal.reason().code(), RefusalJson.of(refusal, field)));
        }
    }

    /** Not even an id can be read: the socket is closed with 1007. */
    record Unreadable() implements Received {
    }
}
