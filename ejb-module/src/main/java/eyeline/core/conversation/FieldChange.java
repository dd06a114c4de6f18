package eyeline.core.conversation;

import java.util.Optional;

/** One field of {@code cm.UpdateConversationField} (protocol.md, 5.4). All of one request are applied together or not at all. */
public sealed interface FieldChange {

    /** Closes the conversation: ConversationStateField, Stage, or DialogChange of the MAIN dialog. */
    record Close(Optional<String> cause) implements FieldChange {
    }

    /** Closes a dialog that is not the MAIN one: a call's dialog, which ends the call. */
    record CloseDialog(java.util.UUID dialogId, Optional<String> cause) implements FieldChange {
    }

    /** CSATRate; rate 1 to 5; also after the close; consumer only. */
    record Csat(int rate, Optional<Boolean> resolved) implements FieldChange {
    }

    /** TTRField. */
    record Ttr(String type, int seconds) implements FieldChange {
    }

    /** ParticipantsChange ADD; {@code userId} is a PID or an old agent id; the asker if absent. */
    record AddParticipant(ParticipantRole role, Optional<String> userId) implements FieldChange {
    }

    /** ParticipantsChange REMOVE; removing the assigned agent returns the conversation to the queue. */
    record RemoveParticipant(ParticipantRole role, Optional<String> userId) implements FieldChange {
    }

    /** Skill UPDATE. */
    record ChangeSkill(String skillId) implements FieldChange {
    }
}
