package eyeline.core.conversation;

import java.util.Optional;
import java.util.UUID;

/** One field of {@code cm.UpdateConversationField} (protocol.md, 5.4). All of one request are applied together or not at all. */
public sealed interface FieldChange {

    /** An answer for each kind: a new kind does not compile until it has one everywhere. */
    interface Reader<R> {
        R close(Close close);

        R closeDialog(CloseDialog closeDialog);

        R csat(Csat csat);

        R ttr(Ttr ttr);

        R addParticipant(AddParticipant addParticipant);

        R removeParticipant(RemoveParticipant removeParticipant);

        R changeSkill(ChangeSkill changeSkill);
    }

    <R> R read(Reader<R> reader);

    /** Closes the conversation: ConversationStateField, Stage, or DialogChange of the MAIN dialog. */
    record Close(Optional<String> cause) implements FieldChange {
        @Override
        public <R> R read(Reader<R> reader) {
            return reader.close(this);
        }
    }

    /** Closes a dialog that is not the MAIN one: a call's dialog, which ends the call. */
    record CloseDialog(UUID dialogId, Optional<String> cause) implements FieldChange {
        @Override
        public <R> R read(Reader<R> reader) {
            return reader.closeDialog(this);
        }
    }

    /** CSATRate; rate 1 to 5; also after the close; consumer only. */
    record Csat(int rate, Optional<Boolean> resolved) implements FieldChange {
        @Override
        public <R> R read(Reader<R> reader) {
            return reader.csat(this);
        }
    }

    /** TTRField. */
    record Ttr(String type, int seconds) implements FieldChange {
        @Override
        public <R> R read(Reader<R> reader) {
            return reader.ttr(this);
        }
    }

    /** ParticipantsChange ADD; {@code userId} is a PID or an old agent id; the asker if absent. */
    record AddParticipant(ParticipantRole role, Optional<String> userId) implements FieldChange {
        @Override
        public <R> R read(Reader<R> reader) {
            return reader.addParticipant(this);
        }
    }

    /** ParticipantsChange REMOVE; removing the assigned agent returns the conversation to the queue. */
    record RemoveParticipant(ParticipantRole role, Optional<String> userId) implements FieldChange {
        @Override
        public <R> R read(Reader<R> reader) {
            return reader.removeParticipant(this);
        }
    }

    /** Skill UPDATE. */
    record ChangeSkill(String skillId) implements FieldChange {
        @Override
        public <R> R read(Reader<R> reader) {
            return reader.changeSkill(this);
        }
    }
}
