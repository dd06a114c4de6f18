package eyeline.web.conversation;

import eyeline.core.conversation.Routing;
import eyeline.core.delivery.Delivery;
import eyeline.core.result.Result;
import eyeline.core.user.Agent;
import eyeline.web.socket.Answer;
import eyeline.web.socket.Link;
import eyeline.web.subscription.Subscriptions;
import eyeline.web.wire.Notification;
import eyeline.web.wire.Request;
import eyeline.web.wire.Responses;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** An agent's requests about waiting conversations ({@code routing.*}). */
@ApplicationScoped
public class RoutingRequests {

    @Inject
    Routing routing;
    @Inject
    Delivery delivery;

    public Answer setState(Agent agent, Request.SetAgentState request, Responses to) {
        return answer(routing.setAvailability(agent, request.availability()), to);
    }

    /** Subscribes first and reads then: what rings in between is told twice rather than never. */
    public Answer subscribe(Link link, Agent agent, Responses to) {
        var id = link.subscriptions(Subscriptions::subscribeRings);
        var waiting = delivery.waiting(agent, Optional.empty());
        Notification snapshot = link.subscriptions(s -> s.waiting(id, waiting));
        return Answer.of(to.subscription(id), List.of(snapshot));
    }

    public Answer more(Agent agent, Request.MoreRoutingTasks request, Responses to) {
        return Answer.of(to.waiting(delivery.waiting(agent, Optional.of(request.after()))));
    }

    public Answer updateRing(Agent agent, Request.UpdateRing request, Responses to) {
        return answer(request.accepted() ? routing.accept(agent, request.ring()) : routing.reject(agent, request.ring()), to);
    }

    private static Answer answer(Result<Void> result, Responses to) {
        return Answer.of(result.fold(done -> to.done(), to::refused));
    }
}
