package eyeline.web.gateway;

import eyeline.core.presence.Connection;
import eyeline.core.result.RefusalReason;
import eyeline.core.user.Agent;
import eyeline.core.user.Consumer;
import eyeline.web.call.CallRequests;
import eyeline.web.conversation.ConversationRequests;
import eyeline.web.conversation.RoutingRequests;
import eyeline.web.socket.Answer;
import eyeline.web.socket.Link;
import eyeline.web.wire.Received;
import eyeline.web.wire.Request;
import eyeline.web.wire.Responses;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Brings each request of an authenticated socket to whom it concerns. */
@ApplicationScoped
public class Dispatch {

    @Inject
    ConversationRequests conversations;
    @Inject
    RoutingRequests routing;
    @Inject
    CallRequests calls;
    @Inject
    Clock clock;

    /** {@code connection} is the link's own; the type has been checked to be one that its side may send. */
    Answer answer(Link link, Connection connection, Received.Good good) {
        var to = Responses.to(good);
        var person = connection.person();
        var request = good.request();
        return switch (good.type()) {
            case INIT_CONNECTION, KEEP_ALIVE -> Answer.of(to.done());
            case GET_CLOCK -> Answer.of(to.clock(clock.instant()));
            case SUBSCRIBE_CONVERSATIONS ->
                    conversations.subscribe(link, person, (Request.SubscribeConversations) request, to);
            case UNSUBSCRIBE_CONVERSATIONS -> conversations.unsubscribe(link, (Request.Unsubscribe) request, to);
            case REQUEST_CONVERSATION ->
                    conversations.request(link, (Consumer) person, (Request.RequestConversation) request, to);
            case UPDATE_CONVERSATION -> conversations.update(person, (Request.UpdateConversation) request, to);
            case SUBSCRIBE_EVENTS -> conversations.subscribeEvents(link, person, (Request.SubscribeEvents) request, to);
            case QUERY_MESSAGES -> conversations.query(person, (Request.QueryMessages) request, to);
            case PUBLISH_EVENT -> conversations.publish(person, (Request.PublishEvent) request, to);
            case GENERATE_UPLOAD_URL, GENERATE_DOWNLOAD_URL, GENERATE_UPLOAD_TOKEN ->
                    Answer.of(to.refused(RefusalReason.NOT_SUPPORTED.refusal()));
            case SET_PROFILE -> setProfile(link, (Request.SetProfile) request, to);
            case GET_PROFILE -> Answer.of(to.profile(person.id(), link.profile()));
            case SET_AGENT_STATE -> routing.setState((Agent) person, (Request.SetAgentState) request, to);
            case SUBSCRIBE_ROUTING_TASKS -> routing.subscribe(link, (Agent) person, to);
            case MORE_ROUTING_TASKS -> routing.more((Agent) person, (Request.MoreRoutingTasks) request, to);
            case UPDATE_RING_STATE -> routing.updateRing((Agent) person, (Request.UpdateRing) request, to);
            case CALL_SUBSCRIBE -> calls.subscribe(link, connection, to);
            case CALL_INVITE -> calls.invite(connection, (Request.Invite) request, to);
            case CALL_CANCEL -> calls.cancel(connection, ((Request.CallStep) request).call(), to);
            case CALL_ACCEPT -> calls.accept(connection, (Request.Accept) request, to);
            case CALL_DECLINE -> calls.decline(connection, ((Request.CallStep) request).call(), to);
            case CALL_JOIN -> calls.join(connection, ((Request.CallStep) request).call(), to);
            case CALL_CHANGE_MODE -> calls.changeMode(connection, (Request.ChangeMode) request, to);
            case CALL_PREPARE -> calls.prepare(connection, (Request.Prepare) request, to);
            case CALL_SIGNAL -> calls.signal(connection, (Request.Signal) request, to);
            case CALL_SET_MEDIA_STATE -> calls.setMediaState(connection, (Request.SetMediaState) request, to);
            case CALL_REPORT_QUALITY -> calls.reportQuality(connection, (Request.ReportQuality) request, to);
            case CALL_END -> calls.end(connection, ((Request.CallStep) request).call(), to);
            case CALL_FAIL -> calls.fail(connection, (Request.Fail) request, to);
            case CALL_ASK -> calls.ask(connection, (Request.Ask) request, to);
            case CALL_GET_CONNECTION -> calls.connection(connection, ((Request.CallStep) request).call(), to);
            case CALL_RESUME -> calls.resume(link, connection, (Request.Resume) request, to);
        };
    }

    private static Answer setProfile(Link link, Request.SetProfile request, Responses to) {
        link.profile(request.profile());
        return Answer.of(to.done());
    }
}
