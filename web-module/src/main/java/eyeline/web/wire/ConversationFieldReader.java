package eyeline.web.wire;

import eyeline.core.conversation.ConversationId;
import eyeline.core.conversation.FieldChange;
import eyeline.core.conversation.ParticipantRole;
import java.util.ArrayList;
import java.util.Optional;

/** Reads the fields of cm.UpdateConversationField (protocol.md, 5.4). */
final class ConversationFieldReader {

    private static final int DAY_SECONDS = 86_400;
    private static final int BEST_RATE = 5;

    private ConversationFieldReader() {
    }

    static Request read(Fields body) throws Malformed {
        var conversation = new ConversationId(body.uuid("conversationId"));
        var changes = new ArrayList<FieldChange>();
        for (Fields field : body.objects("conversationField", Limits.FIELDS)) {
            changes.add(change(conversation, field));
        }
        if (changes.isEmpty()) {
            throw body.wrong("conversationField", "is missing.");
        }
        return new Request.UpdateConversation(conversation, java.util.List.copyOf(changes));
    }

    private static FieldChange change(ConversationId conversation, Fields field) throws Malformed {
        return switch (field.text("field", Limits.WORD)) {
            case "ConversationStateField", "Stage" -> close(field);
            case "DialogChange" -> dialogChange(conversation, field);
            case "CSATRate" -> new FieldChange.Csat(field.whole("csatRate", 1, BEST_RATE), resolved(field));
            case "TTRField" -> new FieldChange.Ttr(field.text("ttrType", Limits.WORD),
                    field.optionalWhole("value", 0, DAY_SECONDS).orElse(0L).intValue());
            case "ParticipantsChange" -> participants(field);
            case "Skill" -> new FieldChange.ChangeSkill(field.text("skill", Limits.ID));
            default -> throw field.wrong("field", "is not a field that can be changed.");
        };
    }

    private static FieldChange close(Fields field) throws Malformed {
        requireClose(field, "conversationState");
        return new FieldChange.Close(Optional.empty());
    }

    private static FieldChange dialogChange(ConversationId conversation, Fields field) throws Malformed {
        var dialog = field.object("dialog");
        requireClose(dialog, "state");
        var id = dialog.uuid("dialogId");
        var cause = dialog.optionalText("closedCause", Limits.SENTENCE);
        return id.equals(conversation.value()) ? new FieldChange.Close(cause) : new FieldChange.CloseDialog(id, cause);
    }

    private static void requireClose(Fields field, String name) throws Malformed {
        if (!field.text(name, Limits.WORD).equals("CLOSE")) {
            throw field.wrong(name, "must be CLOSE.");
        }
    }

    /** The documented answer is a flag; one client sends words. */
    private static Optional<Boolean> resolved(Fields field) {
        try {
            return field.optionalFlag("csatResolutionConfirmation");
        } catch (Malformed anotherForm) {
            return Optional.empty();
        }
    }

    private static FieldChange participants(Fields field) throws Malformed {
        var role = field.word("role", ParticipantRole.class);
        var user = field.optionalText("userId", Limits.ID);
        return switch (field.text("type", Limits.WORD)) {
            case "ADD" -> new FieldChange.AddParticipant(role, user);
            case "REMOVE" -> new FieldChange.RemoveParticipant(role, user);
            default -> throw field.wrong("type", "must be ADD or REMOVE.");
        };
    }
}
