package eyeline.web.http;

import eyeline.core.result.RefusalReason;
import eyeline.web.socket.AddressKey;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Waits for a body without a thread: sockets and everybody else's requests share the workers, and one visitor with a few bodies
 * that never end would hold them all. A body has {@link HttpLimits#BODY_TIME} in all, and of one address only
 * {@link HttpLimits#BODIES_ON_THE_WAY} may be on the way at once.
 */
@WebFilter(urlPatterns = "/api/*", asyncSupported = true,
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ASYNC})
public class BodyArrival extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    transient BodiesOnTheWay onTheWay;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            arrived(request, response, chain);
        } else {
            awaited(request, response, chain);
        }
    }

    private static void arrived(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof ArrivedBody body && body.late()) {
            response.setHeader("Connection", "close");
            Problem.send(response, HttpServletResponse.SC_REQUEST_TIMEOUT, RefusalReason.MALFORMED.because(
                    "The body was not there within " + HttpLimits.BODY_TIME.toSeconds() + " seconds."));
        } else {
            chain.doFilter(request, response);
        }
    }

    private void awaited(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var limit = BodySizes.limit(request.getRequestURI());
        if (!hasBody(request) || request.getContentLengthLong() > limit) {
            chain.doFilter(request, response);
            return;
        }
        var counted = onTheWay.begins(AddressKey.of(request.getRemoteAddr()));
        if (counted.isEmpty()) {
            response.setHeader("Connection", "close");
            Problem.send(response, RefusalReason.TOO_MANY);
            return;
        }
        var body = new ArrivedBody(request, limit);
        var async = request.startAsync(body, response);
        async.setTimeout(HttpLimits.BODY_TIME.toMillis());
        var wait = new BodyWait(request.getInputStream(), body, async, counted.get());
        async.addListener(wait, body, response);
        request.getInputStream().setReadListener(wait);
    }

    /** Whether there is anything to wait for (RFC 9112, section 6.3; over HTTP/2 the length may be left out). */
    private static boolean hasBody(HttpServletRequest request) {
        var length = request.getContentLengthLong();
        return length > 0 || length < 0 && (request.getHeader("Transfer-Encoding") != null || request.getProtocol().equals("HTTP/2.0"));
    }
}
