package eyeline.web.user;

import eyeline.core.account.Accounts;
import eyeline.core.presence.Connection;
import eyeline.core.presence.Presence;
import eyeline.core.presence.Whereabouts;
import eyeline.core.result.RefusalReason;
import eyeline.core.user.Agent;
import eyeline.core.user.ConsumerTokens;
import eyeline.core.user.LogInId;
import eyeline.core.user.SignIn;
import eyeline.web.socket.Answer;
import eyeline.web.socket.Connections;
import eyeline.web.socket.Ending;
import eyeline.web.socket.Link;
import eyeline.web.socket.Watch;
import eyeline.web.wire.Request;
import eyeline.web.wire.Responses;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;

/** Lets a socket in: a consumer by a token, in a header or in InitConnection; an agent by the bearer of the address. */
@ApplicationScoped
public class Admission {

    @Inject
    Accounts accounts;
    @Inject
    ConsumerTokens tokens;
    @Inject
    SignIn signIn;
    @Inject
    Presence presence;
    @Inject
    Connections connections;
    /** A consumer's token in the Authorization header. */
    public void byHeader(Link link, String token, Set<String> features) {
        admit(link, token, features).ifPresent(link::close);
    }

    /** A bad token is answered with 401 and then closed (protocol.md, 5.1); an agent is in already. */
    public Answer byRequest(Link link, Request.InitConnection request, Set<String> headerFeatures, Responses to) {
        if (link.connection().isPresent()) {
            return Answer.of(to.done());
        }
        var features = request.features().isEmpty() ? headerFeatures : request.features();
        var no = request.token().map(token -> admit(link, token, features)).orElse(Optional.of(Ending.INVALID_TOKEN));
        return Answer.of(no.isEmpty() ? to.done() : to.refused(RefusalReason.NOT_AUTHENTICATED.because(no.get().reason() + ".")),
                no);
    }

    public void agent(Link link, Agent agent, String bearer, Set<String> features) {
        admit(link, new Connection(link.id(), agent, features, Optional.of(LogInId.of(bearer))),
                new LoginWatch(() -> signIn.until(agent.account(), bearer)));
    }

    private Optional<Ending> admit(Link link, String token, Set<String> features) {
        var check = tokens.check(link.door().account(), token);
        if (check instanceof ConsumerTokens.Check.Valid valid) {
            admit(link, new Connection(link.id(), valid.consumer(), features), new TokenWatch(valid.expiresAt(),
                    () -> accounts.find(link.door().account()).isPresent()));
            return Optional.empty();
        }
        return Optional.of(
                check instanceof ConsumerTokens.Check.Expired ? Ending.EXPIRED_TOKEN : Ending.INVALID_TOKEN);
    }

    private void admit(Link link, Connection connection, Watch watch) {
        link.admit(connection, watch);
        connections.admitted(link);
        presence.connected(connection);
        if (link.isGone()) {
            leave(link, Whereabouts.LOST);
        }
    }

    /** The socket is gone: nobody is reached by it any more. It may go while it is being let in, so that looks again. */
    public void leave(Link link, Whereabouts how) {
        link.gone();
        connections.gone(link);
        presence.disconnected(link.id(), how, link.silence());
    }
}
