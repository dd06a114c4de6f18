package eyeline.web.call;

import eyeline.core.call.CallId;
import eyeline.core.call.Calls;
import eyeline.core.delivery.Delivery;
import eyeline.core.presence.Connection;
import eyeline.core.result.Result;
import eyeline.web.socket.Answer;
import eyeline.web.socket.Link;
import eyeline.web.wire.Request;
import eyeline.web.wire.Responses;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Requests about calls ({@code call.*}). What is told of them goes only to sockets that subscribed. */
@ApplicationScoped
public class CallRequests {

    @Inject
    Calls calls;
    @Inject
    Delivery delivery;

    /** The open calls follow the answer: the link holds back what it is told until it has answered. */
    public Answer subscribe(Link link, Connection connection, Responses to) {
        listen(link);
        delivery.tellCalls(connection);
        return Answer.of(to.done());
    }

    public Answer invite(Connection agent, Request.Invite request, Responses to) {
        return Answer.of(calls.invite(agent, request.conversation(), request.mode()).fold(to::invited, to::refused));
    }

    public Answer prepare(Connection agent, Request.Prepare request, Responses to) {
        return done(calls.prepare(agent, request.call(), request.sdp()), to);
    }

    public Answer accept(Connection consumer, Request.Accept request, Responses to) {
        return Answer.of(calls.accept(consumer, request.call(), request.mode()).fold(to::accepted, to::refused));
    }

    public Answer ask(Connection consumer, Request.Ask request, Responses to) {
        return done(calls.ask(consumer, request.conversation(), request.mode()), to);
    }

    public Answer cancel(Connection agent, CallId call, Responses to) {
        return done(calls.cancel(agent, call), to);
    }

    public Answer decline(Connection consumer, CallId call, Responses to) {
        return done(calls.decline(consumer, call), to);
    }

    public Answer join(Connection participant, CallId call, Responses to) {
        return done(calls.join(participant, call), to);
    }

    public Answer changeMode(Connection participant, Request.ChangeMode request, Responses to) {
        return done(calls.changeMode(participant, request.call(), request.mode()), to);
    }

    public Answer end(Connection participant, CallId call, Responses to) {
        return done(calls.end(participant, call), to);
    }

    public Answer fail(Connection participant, Request.Fail request, Responses to) {
        return done(calls.fail(participant, request.call(), request.failure()), to);
    }

    /** Who owns a side is told of it from here on: the other side answers at once, before any subscription could follow. */
    public Answer resume(Link link, Connection participant, Request.Resume request, Responses to) {
        listen(link);
        return Answer.of(calls.resume(participant, request.call(), request.sessionKey(), request.round()).fold(to::resumed, to::refused));
    }

    public Answer connection(Connection participant, CallId call, Responses to) {
        return Answer.of(calls.connection(participant, call).fold(to::connection, to::refused));
    }

    public Answer signal(Connection participant, Request.Signal request, Responses to) {
        return done(calls.signal(participant, request.call(), request.round(), request.seq(), request.signal()), to);
    }

    public Answer setMediaState(Connection participant, Request.SetMediaState request, Responses to) {
        return done(calls.setMediaState(participant, request.call(), request.state()), to);
    }

    public Answer reportQuality(Connection participant, Request.ReportQuality request, Responses to) {
        return done(calls.reportQuality(participant, request.call(), request.quality()), to);
    }

    private static void listen(Link link) {
        link.subscriptions(s -> {
            s.subscribeCalls();
            return s;
        });
    }

    private static Answer done(Result<Void> result, Responses to) {
        return Answer.of(result.fold(nothing -> to.done(), to::refused));
    }
}
