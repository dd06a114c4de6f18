package eyeline.web.gateway;

import eyeline.core.account.Accounts;
import eyeline.core.account.Fence;
import eyeline.core.result.RefusalReason;
import eyeline.core.user.SignIn;
import eyeline.web.account.AccountOrigins;
import eyeline.web.http.OwnOrigin;
import eyeline.web.http.Problem;
import eyeline.web.socket.AddressKey;
import eyeline.web.socket.Connections;
import eyeline.web.socket.Link;
import eyeline.web.wire.HeadersReader;
import eyeline.web.wire.Side;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/**
 * Decides before the upgrade who may open a socket: the container refuses neither an origin nor an old protocol, and an
 * endpoint cannot answer 401.
 */
@WebFilter(urlPatterns = "/ws_api/*", asyncSupported = true)
public class HandshakeFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final int UPGRADE_REQUIRED = 426;

    @Inject
    transient Accounts accounts;
    @Inject
    transient AccountOrigins origins;
    @Inject
    transient OwnOrigin own;
    @Inject
    transient SignIn signIn;
    @Inject
    transient Connections connections;
    @Inject
    transient Clock clock;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var address = SocketAddress.of(request.getRequestURI());
        if (address.isEmpty() || !exists(address.get())) {
            Problem.send(response, RefusalReason.NOT_FOUND);
        } else if (!upgrades(request)) {
            response.setHeader("Upgrade", "websocket");
            response.setHeader("Sec-WebSocket-Version", "13");
            Problem.send(response, UPGRADE_REQUIRED, RefusalReason.NOT_SUPPORTED.because("Only WebSocket version 13 is spoken here."));
        } else if (!originAllowed(request, address.get())) {
            Problem.send(response, RefusalReason.NOT_PERMITTED.code(),
                    RefusalReason.NOT_PERMITTED.because("This website is not one of the account's origins."));
        } else if (!connections.keepSeat(AddressKey.of(request.getRemoteAddr()), address.get().account(), clock.instant())) {
            Problem.send(response, RefusalReason.TOO_MANY);
        } else {
            seated(request, response, chain, address.get());
        }
    }

    private void seated(HttpServletRequest request, HttpServletResponse response, FilterChain chain, SocketAddress address)
            throws IOException, ServletException {
        var opens = false;
        try {
            admit(request, response, chain, address);
            opens = response.getStatus() == HttpServletResponse.SC_SWITCHING_PROTOCOLS;
        } finally {
            if (!opens) {
                connections.giveSeatBack(AddressKey.of(request.getRemoteAddr()), address.account());
            }
        }
    }

    private boolean exists(SocketAddress address) {
        return Fence.within(address.account(), () -> accounts.find(address.account())).isPresent();
    }

    private static boolean upgrades(HttpServletRequest request) {
        return request.getMethod().equals("GET") && "websocket".equalsIgnoreCase(request.getHeader("Upgrade"))
                && "13".equals(request.getHeader("Sec-WebSocket-Version"));
    }

    /**
     * Browsers always name their origin (RFC 6455, section 10.2). What names none is no browser, and no page can misuse it: nothing but
     * its token lets it in, by a header or by InitConnection.
     */
    private boolean originAllowed(HttpServletRequest request, SocketAddress address) {
        var origin = request.getHeader("Origin");
        return origin == null || own.is(origin, request) || origins.has(address.account(), origin);
    }

    private void admit(HttpServletRequest request, HttpServletResponse response, FilterChain chain, SocketAddress address)
            throws IOException, ServletException {
        var agent = address.bearer().flatMap(bearer -> Fence.within(address.account(), () -> signIn.agent(address.account(), bearer)));
        if (address.side() == Side.AGENT && agent.isEmpty()) {
            Problem.send(response, RefusalReason.NOT_AUTHENTICATED);
        } else if (agent.isPresent() && !agent.get().worksInWorkspace()) {
            Problem.send(response, RefusalReason.NOT_PERMITTED.code(), RefusalReason.NOT_PERMITTED.because("Your role does not allow this."));
        } else {
            var pass = agent.<Ticket.Pass>map(a -> new Ticket.Pass.Login(a, address.bearer().orElseThrow()))
                    .or(() -> token(request).map(Ticket.Pass.Token::new));
            var door = new Link.Door(address.account(), address.side(), AddressKey.of(request.getRemoteAddr()), request.getHeader("Origin") != null);
            chain.doFilter(new Ticketed(request, new Ticket(door, features(request), pass)), response);
        }
    }

    /** {@code Authorization: jwt <token>}, the blank before the token optional (protocol.md, A1). */
    private static Optional<String> token(HttpServletRequest request) {
        var header = Optional.ofNullable(request.getHeader("Authorization")).map(String::strip).orElse("");
        return header.regionMatches(true, 0, "jwt", 0, 3)
                ? Optional.of(header.substring(3).strip()).filter(token -> !token.isEmpty()) : Optional.empty();
    }

    private static Set<String> features(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Client-Properties")).map(HeadersReader::features).orElse(Set.of());
    }

    /** A request whose principal is the ticket. */
    private static final class Ticketed extends HttpServletRequestWrapper {
        private final Ticket ticket;

        Ticketed(HttpServletRequest request, Ticket ticket) {
            super(request);
            this.ticket = ticket;
        }

        @Override
        public Principal getUserPrincipal() {
            return ticket;
        }
    }
}
