package eyeline.web.wire;

import eyeline.core.call.CallId;
import eyeline.core.call.CallMode;
import eyeline.core.call.CallQuality;
import eyeline.core.call.Failure;
import eyeline.core.call.MediaState;
import eyeline.core.conversation.Availability;
import eyeline.core.conversation.ConversationFilter;
import eyeline.core.conversation.ConversationId;
import eyeline.core.conversation.ConversationRequest;
import eyeline.core.conversation.FieldChange;
import eyeline.core.conversation.Publication;
import eyeline.core.conversation.TranscriptQuery;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What a client asks for, checked and in the words of the core: one family, one record a shape. */
public sealed interface Request {

    /** A request without members, or whose members do not matter. */
    record Plain() implements Request {
    }

    record InitConnection(Optional<String> token, Set<String> features) implements Request {
        /** Never shows the token. */
        @Override
        public String toString() {
            return "InitConnection[" + features + "]";
        }
    }

    /** {@code filter.everybody} is not known on the wire: {@code ownOnly} says that the client asked for its own alone. */
    record SubscribeConversations(ConversationFilter filter, boolean ownOnly) implements Request {
    }

    record Unsubscribe(String subscriptionId) implements Request {
    }

    record RequestConversation(ConversationRequest request) implements Request {
    }

    record UpdateConversation(ConversationId conversation, List<FieldChange> changes) implements Request {
    }

    record SubscribeEvents(UUID dialog, int fromSequence) implements Request {
    }

    record QueryMessages(ConversationId dialog, TranscriptQuery query) implements Request {
    }

    record PublishEvent(Publication publication) implements Request {
    }

    /** {@code profile}: JSON text. */
    record SetProfile(String profile) implements Request {
    }

    record SetAgentState(Availability availability) implements Request {
    }

    /** {@code after}: the last ring that is known. */
    record MoreRoutingTasks(ConversationId after) implements Request {
    }

    record UpdateRing(ConversationId ring, boolean accepted) implements Request {
    }

    record Invite(ConversationId conversation, CallMode mode) implements Request {
    }

    /** {@code sdp}: told to the other side and never shown. */
    record Prepare(CallId call, String sdp) implements Request {
        @Override
        public String toString() {
            return "Prepare[" + call + "]";
        }
    }

    record Ask(ConversationId conversation, CallMode mode) implements Request {
    }

    record Accept(CallId call, CallMode mode) implements Request {
    }

    record ChangeMode(CallId call, CallMode mode) implements Request {
    }

    /** Cancel, decline, join, end: the type says which. */
    record CallStep(CallId call) implements Request {
    }

    /** {@code signal}: JSON text, passed on and never shown. */
    record Signal(CallId call, Optional<Long> round, int seq, String signal) implements Request {
        @Override
        public String toString() {
            return "Signal[" + call + ", " + seq + "]";
        }
    }

    record SetMediaState(CallId call, MediaState state) implements Request {
    }

    record ReportQuality(CallId call, CallQuality quality) implements Request {
    }

    record Fail(CallId call, Failure failure) implements Request {
    }

    record Resume(CallId call, String sessionKey, Optional<Long> round) implements Request {
        @Override
        public String toString() {
            return "Resume[" + call + "]";
        }
    }
}
