package eyeline.core.delivery;

import eyeline.core.call.CallId;
import eyeline.core.call.CallRight;
import eyeline.core.call.CallView;
import eyeline.core.call.MediaState;
import eyeline.core.call.Party;
import eyeline.core.call.QualityMark;
import eyeline.core.conversation.ConversationId;
import eyeline.core.conversation.RingChange;
import eyeline.core.conversation.TranscriptEvent;
import eyeline.core.conversation.WaitingPage;
import java.util.List;

/** Something that became true and that somebody is to be told. The web turns it into frames for each subscription. */
public sealed interface Notice {

    /** A conversation, or one of its calls, is new or different. */
    record ConversationChanged(ConversationView view) implements Notice {
    }

    /**
     * New events of the conversation's MAIN dialog, in order and without a gap. A receiver skips those it has seen, and reads what is
     * missing before the first.
     */
    record TranscriptAppended(ConversationId conversation, List<TranscriptEvent> events) implements Notice {
    }

    /** Waiting conversations ring this agent, or have stopped to, in this order; so many wait for this agent now. */
    record RingsChanged(List<RingChange> changes, int total) implements Notice {
    }

    /** All who wait for this agent, by the first of them; what was told of waiting ones before counts no more. */
    record WaitingShown(WaitingPage page) implements Notice {
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

    /** Notices of one kind about many things at once, which a reader must not be closed for not having read: as an answer, not as news. */
    record Together(List<Notice> notices) implements Notice {
    }

    /** What this agent may invite to in this conversation, now. */
    record CallRightsChanged(ConversationId conversation, CallRight voice, CallRight video) implements Notice {
    }
}
