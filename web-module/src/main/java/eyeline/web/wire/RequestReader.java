package eyeline.web.wire;

import eyeline.core.call.CallId;
import eyeline.core.call.CallMode;
import eyeline.core.call.Failure;
import eyeline.core.call.MediaState;
import eyeline.core.conversation.Availability;
import eyeline.core.conversation.ConversationFilter;
import eyeline.core.conversation.ConversationId;
import eyeline.core.conversation.ConversationRequest;
import eyeline.core.conversation.ConversationState;
import eyeline.core.conversation.TranscriptPage;
import eyeline.core.conversation.TranscriptQuery;
import jakarta.json.JsonValue;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads the body of a request by its type. */
final class RequestReader {

    private static final Fields NOTHING = new Fields(JsonValue.EMPTY_JSON_OBJECT, "body");

    private RequestReader() {
    }

    static Request read(RequestType type, Fields envelope) throws Malformed {
        return switch (type) {
            case GET_CLOCK, KEEP_ALIVE, GET_PROFILE, GENERATE_UPLOAD_URL, GENERATE_DOWNLOAD_URL, GENERATE_UPLOAD_TOKEN,
                    SUBSCRIBE_ROUTING_TASKS, CALL_SUBSCRIBE -> new Request.Plain();
            case INIT_CONNECTION -> HeadersReader.read(envelope);
            case SUBSCRIBE_CONVERSATIONS -> subscribeConversations(bodyOrNothing(envelope));
            case UNSUBSCRIBE_CONVERSATIONS -> new Request.Unsubscribe(body(envelope).text("subscriptionId", Limits.ID));
            case REQUEST_CONVERSATION -> requestConversation(bodyOrNothing(envelope));
            case UPDATE_CONVERSATION -> ConversationFieldReader.read(body(envelope));
            case SUBSCRIBE_EVENTS -> subscribeEvents(body(envelope));
            case QUERY_MESSAGES -> queryMessages(body(envelope));
            case PUBLISH_EVENT -> EventReader.read(body(envelope), envelope);
            case SET_PROFILE -> setProfile(body(envelope));
            case SET_AGENT_STATE -> new Request.SetAgentState(body(envelope).word("availability", Availability.class));
            case MORE_ROUTING_TASKS -> new Request.MoreRoutingTasks(new ConversationId(body(envelope).uuid("after")));
            case UPDATE_RING_STATE -> updateRing(body(envelope));
            case CALL_INVITE -> invite(body(envelope));
            case CALL_ASK -> ask(body(envelope));
            case CALL_ACCEPT -> accept(body(envelope));
            case CALL_CHANGE_MODE -> changeMode(body(envelope));
            case CALL_CANCEL, CALL_DECLINE, CALL_JOIN, CALL_END, CALL_GET_CONNECTION -> new Request.CallStep(call(body(envelope)));
            case CALL_PREPARE -> SignalReader.prepare(body(envelope));
            case CALL_SIGNAL -> SignalReader.read(body(envelope));
            case CALL_SET_MEDIA_STATE -> mediaState(body(envelope));
            case CALL_REPORT_QUALITY -> QualityReader.read(body(envelope));
            case CALL_FAIL -> fail(body(envelope));
            case CALL_RESUME -> resume(body(envelope));
        };
    }

    private static Fields body(Fields envelope) throws Malformed {
        return envelope.object("body");
    }

    private static Fields bodyOrNothing(Fields envelope) throws Malformed {
        return envelope.optionalObject("body").orElse(NOTHING);
    }

    static CallId call(Fields body) throws Malformed {
        return new CallId(body.uuid("callId"));
    }

    private static Request subscribeConversations(Fields body) throws Malformed {
        var states = states(body);
        var since = body.optionalWhole("minLastUpdatedTime", 0, Long.MAX_VALUE).orElse(0L);
        var only = body.optionalUuid("conversationId").map(ConversationId::new);
        var ownOnly = !body.texts("agentIds", Limits.FIELDS, Limits.ID).isEmpty();
        return new Request.SubscribeConversations(new ConversationFilter(states, since, only, false), ownOnly);
    }

    /** {@code convState} and {@code stage} are the same here; words that are not known do not count (protocol.md, 5.2). */
    private static Set<ConversationState> states(Fields body) throws Malformed {
        var words = new HashSet<String>(body.texts("convState", Limits.FIELDS, Limits.WORD));
        var stages = body.texts("stage", Limits.FIELDS, Limits.WORD);
        if (words.isEmpty()) {
            words.addAll(stages);
        } else if (!stages.isEmpty()) {
            words.retainAll(stages);
        }
        var neither = words.isEmpty() && stages.isEmpty();
        var states = EnumSet.noneOf(ConversationState.class);
        for (ConversationState state : ConversationState.values()) {
            if (neither || words.contains(state.name())) {
                states.add(state);
            }
        }
        return Set.copyOf(states);
    }

    private static Request requestConversation(Fields body) throws Malformed {
        return new Request.RequestConversation(
                new ConversationRequest(body.optionalText("skillId", Limits.ID), body.optionalText("ttrDefName", Limits.WORD)));
    }

    private static Request subscribeEvents(Fields body) throws Malformed {
        return new Request.SubscribeEvents(body.uuid("dialogId"),
                body.optionalWhole("fromSeq", 0, Integer.MAX_VALUE).orElse(0L).intValue());
    }

    /** More than a page is never answered, so a larger number asks for one. */
    private static Request queryMessages(Fields body) throws Malformed {
        var most = body.optionalWhole("maxQuantity", 1, Integer.MAX_VALUE).orElse((long) TranscriptPage.EVENTS);
        return new Request.QueryMessages(new ConversationId(body.uuid("dialogId")), new TranscriptQuery(
                sequence(body, "olderThanSequence"), sequence(body, "newerThanSequence"), (int) Math.min(most, TranscriptPage.EVENTS),
                words(body)));
    }

    private static Optional<String> words(Fields body) throws Malformed {
        var words = body.optionalText("containing", Limits.SEARCH);
        if (words.filter(String::isBlank).isPresent()) {
            throw body.wrong("containing", "must have something to look for.");
        }
        return words;
    }

    private static OptionalInt sequence(Fields body, String name) throws Malformed {
        return body.optionalWhole(name, 0, Integer.MAX_VALUE).map(sequence -> OptionalInt.of(sequence.intValue())).orElse(OptionalInt.empty());
    }

    private static Request setProfile(Fields body) throws Malformed {
        var profile = body.json().toString();
        if (profile.length() > Limits.PROFILE) {
            throw new Malformed("body", "body has more than " + Limits.PROFILE + " characters.");
        }
        return new Request.SetProfile(profile);
    }

    private static Request updateRing(Fields body) throws Malformed {
        var state = body.text("ringState", Limits.WORD);
        if (!List.of("ACCEPTED", "REJECTED").contains(state)) {
            throw body.wrong("ringState", "must be ACCEPTED or REJECTED.");
        }
        return new Request.UpdateRing(new ConversationId(body.uuid("ringId")), state.equals("ACCEPTED"));
    }

    private static Request invite(Fields body) throws Malformed {
        return new Request.Invite(new ConversationId(body.uuid("conversationId")), body.word("mode", CallMode.class));
    }

    private static Request ask(Fields body) throws Malformed {
        return new Request.Ask(new ConversationId(body.uuid("conversationId")), body.word("mode", CallMode.class));
    }

    private static Request accept(Fields body) throws Malformed {
        return new Request.Accept(call(body), body.word("mode", CallMode.class));
    }

    private static Request changeMode(Fields body) throws Malformed {
        return new Request.ChangeMode(call(body), body.word("mode", CallMode.class));
    }

    private static Request mediaState(Fields body) throws Malformed {
        return new Request.SetMediaState(call(body), new MediaState(body.flag("microphone"), body.flag("camera"),
                body.optionalFlag("screen").orElse(false), body.optionalFlag("weakNetwork").orElse(false),
                body.optionalFlag("systemMutedMicrophone").orElse(false), body.optionalFlag("systemMutedCamera").orElse(false),
                body.optionalWord("waitingFor", MediaState.Waiting.class)));
    }

    private static Request fail(Fields body) throws Malformed {
        return new Request.Fail(call(body), body.word("failure", Failure.class));
    }

    private static Request resume(Fields body) throws Malformed {
        return new Request.Resume(call(body), body.text("sessionKey", Limits.SESSION_KEY), round(body));
    }

    static Optional<Long> round(Fields body) throws Malformed {
        return body.optionalWhole("round", 1, Limits.ROUND);
    }
}
