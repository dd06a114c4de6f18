package eyeline.core.delivery;

import eyeline.core.conversation.ConversationId;
import java.util.stream.Stream;

/** The locks that give everything that is told of one conversation one order. Held while reading and queueing, never while sending. */
final class Order {
    private static final int STRIPES = 256;
    private final Object[] stripes = Stream.generate(Object::new).limit(STRIPES).toArray();

    Object of(ConversationId id) {
        return stripes[Math.floorMod(id.hashCode(), STRIPES)];
    }
}
