package eyeline.whole.wire;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;

/** An agent who logged in, on one socket. */
public final class AgentDesk extends Desk {
    /** What the log-in answered. */
    public record LogIn(String bearer, String csrf, String pid, String userId) {
    }

    public static final String PASSWORD = "sample-Eyeline-1";

    private final LogIn logIn;

    private AgentDesk(Wire wire, LogIn logIn) {
        super(wire);
        this.logIn = logIn;
    }

    public static LogIn logsIn(Api api, String account, String user) {
        var answer = api.post("/api/account/" + account + "/login?v=1.3", Body.of("username", user, "password", PASSWORD));
        if (answer.statusCode() != 200) {
            throw new AssertionError("log-in answered " + answer.statusCode() + " " + answer.body());
        }
        var body = Body.parse(answer.body());
        var config = body.getJsonObject("config");
        return new LogIn(body.getString("bearer"), body.getString("csrf"), config.getString("userPid"), config.getString("userId"));
    }

    /** Logs in and opens a socket. */
    public static AgentDesk opens(Api api, String account, String user) {
        return opens(api, account, logsIn(api, account, user));
    }

    /** Another socket of a log-in; {@code sees} its own conversations, its rings, its calls. */
    public static AgentDesk opens(Api api, String account, LogIn logIn) {
        var desk = connects(api, account, logIn);
        desk.wire().expect("cqm.SubscribeExConversations",
                Body.of("convState", List.of("OPEN", "CLOSE"), "agentIds", List.of(logIn.pid())));
        desk.wire().expect("call.Subscribe", Body.of());
        return desk;
    }

    /** A socket that has subscribed to nothing. */
    public static AgentDesk connects(Api api, String account, LogIn logIn) {
        return new AgentDesk(Wire.open(api.client(), api.agentSocket(account, logIn.bearer()),
                Map.of("Origin", api.origin().toString())), logIn);
    }

    public LogIn logIn() {
        return logIn;
    }

    /** Is rung from now on. */
    public void goesOnline() {
        wire().expect("routing.SetAgentState", Body.of("availability", "ONLINE"));
        wire().expect("routing.SubscribeRoutingTasks", Body.of());
    }

    /** Waits for the ring of a conversation. */
    public void isRungFor(String conversation) {
        wire().notification("routing.RoutingTaskNotification", b -> changes(b).stream().anyMatch(
                c -> "UPSERT".equals(c.getString("type")) && conversation.equals(ringOf(c))));
    }

    /** Waits until a conversation has stopped to ring here. */
    public void isRungNoMoreFor(String conversation) {
        wire().notification("routing.RoutingTaskNotification", b -> changes(b).stream().anyMatch(
                c -> "DELETE".equals(c.getString("type")) && conversation.equals(ringOf(c))));
    }

    private static String ringOf(JsonObject change) {
        return change.getJsonObject("result").getString("conversationId");
    }

    /** Answers a ring, whatever comes of it. */
    public JsonObject answersRing(String conversation) {
        return wire().ask("routing.UpdateRingState", Body.of("ringId", conversation, "ringState", "ACCEPTED"));
    }

    /** Takes a waiting conversation and listens to it. */
    public void takes(String conversation) {
        wire().expect("routing.UpdateRingState", Body.of("ringId", conversation, "ringState", "ACCEPTED"));
        listens(conversation, 0);
    }

    /** Invites, whatever comes of it. */
    public JsonObject invites(String conversation, String mode) {
        return wire().ask("call.Invite", Body.of("conversationId", conversation, "mode", mode));
    }

    /** Invites, and answers with the call's id. */
    public String rings(String conversation, String mode) {
        return wire().expect("call.Invite", Body.of("conversationId", conversation, "mode", mode)).getString("callId");
    }

    /** Tells with which description it will begin. */
    public JsonObject prepares(String callId, String type, String sdp) {
        return wire().ask("call.Prepare", Body.of("callId", callId, "offer", Body.of("type", type, "sdp", sdp)));
    }

    public JsonObject cancels(String callId) {
        return wire().ask("call.Cancel", Body.of("callId", callId));
    }
}
