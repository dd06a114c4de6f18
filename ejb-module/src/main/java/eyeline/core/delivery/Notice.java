package eyeline.core.delivery;

import eyeline.core.call.CallId;
import eyeline.core.call.CallRight;
import eyeline.core.call.CallView;
import eyeline.core.call.MediaState;
import eyeline.core.call.Party;
import eyeline.core.call.QualityMark;
import eyeline.core.conversation.ConversationId;
import eyeline.core.conversation.Ring;
import eyeline.core.conversation.TranscriptEvent;
import java.util.List;

/** Something that became true and that somebody is to be told. The web turns it into frames for each subscription. */
public sealed interface Notice {

    /** A conversation, or one of its calls, is new or different. */
    record ConversationChanged(ConversationView view) implements Notice {
    }

    /** New events of the conversation's MAIN dialog, in order. A receiver skips those it has seen. */
    record TranscriptAppended(ConversationId conversation, List<TranscriptEvent> events) implements Notice {
    }

    /** A waiting conversation rings this agent, or has stopped to. */
    record RingChanged(Ring ring, boolean ringing) implements Notice {
    }

    /** A step of a call. */
    record CallChanged(CallView call) implements Notice {
    }

    /** SDP or a candidate from the other side; JSON text, passed on as it came. */
    record CallSignalled(CallId call, long round, int seq, String signal) implements Notice {
    }

    record CallMediaChanged(CallId call, Party party, MediaState state) implements Notice {
    }

    /** How the media of one side goes. */
    record CallQualityChanged(CallId call, Party party, QualityMark mark) implements Notice {
    }

    /** What this agent may invite to in this conversation, now. */
    record CallRightsChanged(ConversationId conversation, CallRight voice, CallRight video) implements Notice {
    }
}
