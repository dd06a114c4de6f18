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

    /** An answer for each kind: a new kind does not compile until it has one everywhere. */
    interface Reader<R> {
        R conversationChanged(ConversationChanged conversationChanged);

        R transcriptAppended(TranscriptAppended transcriptAppended);

        R ringsChanged(RingsChanged ringsChanged);

        R waitingShown(WaitingShown waitingShown);

        R callChanged(CallChanged callChanged);

        R callSignalled(CallSignalled callSignalled);

        R callMediaChanged(CallMediaChanged callMediaChanged);

        R callQualityChanged(CallQualityChanged callQualityChanged);

        R together(Together together);

        R callRightsChanged(CallRightsChanged callRightsChanged);
    }

    <R> R read(Reader<R> reader);

    /** A conversation, or one of its calls, is new or different. */
    record ConversationChanged(ConversationView view) implements Notice {
        @Override
        public <R> R read(Reader<R> reader) {
            return reader.conversationChanged(this);
        }
    }

    /**
     * New events of the conversation's MAIN dialog, in order and without a gap. A receiver skips those it has seen, and reads what is
     * missing before the first.
     */
    record TranscriptAppended(ConversationId conversation, List<TranscriptEvent> events) implements Notice {
        @Override
        public <R> R read(Reader<R> reader) {
            return reader.transcriptAppended(this);
        }
    }

    /** Waiting conversations ring this agent, or have stopped to, in this order; so many wait for this agent now. */
    record RingsChanged(List<RingChange> changes, int total) implements Notice {
        @Override
        public <R> R read(Reader<R> reader) {
            return reader.ringsChanged(this);
        }
    }

    /** All who wait for this agent, by the first of them; what was told of waiting ones before counts no more. */
    record WaitingShown(WaitingPage page) implements Notice {
        @Override
        public <R> R read(Reader<R> reader) {
            return reader.waitingShown(this);
        }
    }

    /** A step of a call. */
    record CallChanged(CallView call) implements Notice {
        @Override
        public <R> R read(Reader<R> reader) {
            return reader.callChanged(this);
        }
    }

    /** SDP or a candidate from the other side; JSON text, passed on as it came. */
    record CallSignalled(CallId call, long round, int seq, String signal) implements Notice {
        @Override
        public <R> R read(Reader<R> reader) {
            return reader.callSignalled(this);
        }
    }

    record CallMediaChanged(CallId call, Party party, MediaState state) implements Notice {
        @Override
        public <R> R read(Reader<R> reader) {
            return reader.callMediaChanged(this);
        }
    }

    /** How the media of one side goes. */
    record CallQualityChanged(CallId call, Party party, QualityMark mark) implements Notice {
        @Override
        public <R> R read(Reader<R> reader) {
            return reader.callQualityChanged(this);
        }
    }

    /** Notices of one kind about many things at once, which a reader must not be closed for not having read: as an answer, not as news. */
    record Together(List<Notice> notices) implements Notice {
        @Override
        public <R> R read(Reader<R> reader) {
            return reader.together(this);
        }
    }

    /** What this agent may invite to in this conversation, now. */
    record CallRightsChanged(ConversationId conversation, CallRight voice, CallRight video) implements Notice {
        @Override
        public <R> R read(Reader<R> reader) {
            return reader.callRightsChanged(this);
        }
    }
}
