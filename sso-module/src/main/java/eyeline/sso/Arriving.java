package eyeline.sso;

import eyeline.core.arrival.Arrival;
import eyeline.core.arrival.Arrivals;
import eyeline.core.arrival.ProxyHeader;
import eyeline.core.arrival.PublicAddress;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import jakarta.servlet.ServletContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/**
 * Applies {@link Arrivals} to this application as the doors do to theirs ({@code eyeline.web.gateway.Arriving}), before the OpenID Connect client makes
 * an address for the provider to come back to of the scheme and the Host.
 */
public class Arriving implements ServletExtension {
    private static final Logger LOG = System.getLogger("eyeline.start");

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        try {
            apply(Arrivals.configured(System.getenv()), deployment);
        } catch (IllegalArgumentException malformed) {
            LOG.log(Level.DEBUG, "the start is refused with this sentence (Preconditions)", malformed);
        }
    }

    private static void apply(Arrivals arrivals, DeploymentInfo deployment) {
        deployment.addInitialHandlerChainWrapper(next -> exchange -> {
            var arrival = arrivals.of(peer(exchange),
                    name -> exchange.getRequestHeaders().contains(name) ? List.copyOf(exchange.getRequestHeaders().get(name)) : List.of());
            if (arrival instanceof Arrival.Served served) {
                apply(served, arrivals.address(), exchange);
                next.handleRequest(exchange);
            } else if (arrival instanceof Arrival.Refused refused) {
                refuse(refused, exchange);
            }
        });
    }

    /** Of the connection itself: a listener with proxy-address-forwarding says of an exchange what anybody wrote. */
    private static Arrivals.Peer peer(HttpServerExchange exchange) {
        var connection = exchange.getConnection();
        return new Arrivals.Peer(connection.getPeerAddress(InetSocketAddress.class).getAddress(), connection.getSslSessionInfo() != null);
    }

    private static void apply(Arrival.Served served, Optional<PublicAddress> address, HttpServerExchange exchange) {
        exchange.setSourceAddress(new InetSocketAddress(served.client(), 0));
        exchange.setRequestScheme("https");
        address.ifPresent(known -> {
            exchange.getRequestHeaders().put(Headers.HOST, known.authority());
            exchange.addResponseCommitListener(answered -> within(known, answered.getResponseHeaders()));
        });
        ProxyHeader.ALL.forEach(exchange.getRequestHeaders()::remove);
    }

    private static void within(PublicAddress address, HeaderMap answer) {
        var location = answer.getFirst(Headers.LOCATION);
        if (location != null) {
            answer.put(Headers.LOCATION, address.within(location));
        }
    }

    private static void refuse(Arrival.Refused refused, HttpServerExchange exchange) {
        exchange.setStatusCode(refused.status());
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain; charset=utf-8");
        exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "no-store");
        exchange.getResponseSender().send(refused.sentence());
    }
}
