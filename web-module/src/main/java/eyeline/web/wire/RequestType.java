package eyeline.web.wire;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every request that a client may send: its name on the wire, the name of its answer, and through which door it may come. */
public enum RequestType {
    INIT_CONNECTION("InitConnection", "InitConnectionResponse", Doors.BOTH),
    GET_CLOCK("GetClock", "GetClockResponse", Doors.BOTH),
    KEEP_ALIVE("KeepAlive", "KeepAliveResponse", Doors.BOTH),
    SUBSCRIBE_CONVERSATIONS("cqm.SubscribeExConversations", "cqm.SubscribeExConversationsResponse", Doors.BOTH),
    UNSUBSCRIBE_CONVERSATIONS("cqm.UnsubscribeExConversations", "StringResp", Doors.BOTH),
    REQUEST_CONVERSATION("cm.ConsumerRequestConversation", "cm.RequestConversationResponse", Doors.CONSUMER),
    UPDATE_CONVERSATION("cm.UpdateConversationField", "StringResp", Doors.BOTH),
    SUBSCRIBE_EVENTS("ms.SubscribeMessagingEvents", ".ams.GenericSubscribeResponse", Doors.BOTH),
    QUERY_MESSAGES("ms.QueryMessages", "ms.QueryMessagesResponse", Doors.BOTH),
    PUBLISH_EVENT("ms.PublishEvent", "ms.PublishEventResponse", Doors.BOTH),
    GENERATE_UPLOAD_URL("ms.GenerateURLForUploadFile", "ms.GenerateURLResponse", Doors.BOTH),
    GENERATE_DOWNLOAD_URL("ms.GenerateURLForDownloadFile", "ms.GenerateURLResponse", Doors.BOTH),
    GENERATE_UPLOAD_TOKEN("ms.GenerateUploadToken", "ms.GenerateURLResponse", Doors.BOTH),
    SET_PROFILE("userprofile.SetUserProfile", "userprofile.SetUserProfileResponse", Doors.CONSUMER),
    GET_PROFILE("userprofile.GetUserProfile", "userprofile.GetUserProfileResponse", Doors.CONSUMER),
    SET_AGENT_STATE("routing.SetAgentState", "routing.SetAgentStateResponse", Doors.AGENT),
    SUBSCRIBE_ROUTING_TASKS("routing.SubscribeRoutingTasks", "routing.SubscribeRoutingTasksResponse", Doors.AGENT),
    MORE_ROUTING_TASKS("routing.MoreRoutingTasks", "routing.MoreRoutingTasksResponse", Doors.AGENT),
    UPDATE_RING_STATE("routing.UpdateRingState", "routing.UpdateRingStateResponse", Doors.AGENT),
    CALL_SUBSCRIBE("call.Subscribe", "call.SubscribeResponse", Doors.BOTH),
    CALL_INVITE("call.Invite", "call.InviteResponse", Doors.AGENT),
    CALL_PREPARE("call.Prepare", "call.PrepareResponse", Doors.AGENT),
    CALL_CANCEL("call.Cancel", "call.CancelResponse", Doors.AGENT),
    CALL_ACCEPT("call.Accept", "call.AcceptResponse", Doors.CONSUMER),
    CALL_DECLINE("call.Decline", "call.DeclineResponse", Doors.CONSUMER),
    CALL_JOIN("call.Join", "call.JoinResponse", Doors.BOTH),
    CALL_CHANGE_MODE("call.ChangeMode", "call.ChangeModeResponse", Doors.BOTH),
    CALL_SIGNAL("call.Signal", "call.SignalResponse", Doors.BOTH),
    CALL_SET_MEDIA_STATE("call.SetMediaState", "call.SetMediaStateResponse", Doors.BOTH),
    CALL_REPORT_QUALITY("call.ReportQuality", "call.ReportQualityResponse", Doors.BOTH),
    CALL_END("call.End", "call.EndResponse", Doors.BOTH),
    CALL_FAIL("call.Fail", "call.FailResponse", Doors.BOTH),
    CALL_RESUME("call.Resume", "call.ResumeResponse", Doors.BOTH),
    CALL_GET_CONNECTION("call.GetConnection", "call.GetConnectionResponse", Doors.BOTH),
    CALL_ASK("call.Ask", "call.AskResponse", Doors.CONSUMER);

    /** The answer's type where none of ours fits: an error, or a bare sentence. */
    static final String STRING_RESPONSE = "StringResp";

    private static final Map<String, RequestType> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(t -> t.wireName, Function.identity()));

    private final String wireName;
    private final String responseName;
    private final Set<Side> doors;

    RequestType(String wireName, String responseName, Set<Side> doors) {
        this.wireName = wireName;
        this.responseName = responseName;
        this.doors = doors;
    }

    static Optional<RequestType> of(String wireName) {
        return Optional.ofNullable(BY_NAME.get(wireName));
    }

    String responseName() {
        return responseName;
    }

    public String wireName() {
        return wireName;
    }

    /** Whether this may be asked from that side at all; what the person may is the core's to say. */
    public boolean maySend(Side side) {
        return doors.contains(side);
    }

    /** A holder, because an enum's own constants cannot be used in its constants. */
    private static final class Doors {
        static final Set<Side> BOTH = EnumSet.allOf(Side.class);
        static final Set<Side> CONSUMER = EnumSet.of(Side.CONSUMER);
        static final Set<Side> AGENT = EnumSet.of(Side.AGENT);
    }
}
