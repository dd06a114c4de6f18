package eyeline.web.account;

import eyeline.core.result.RefusalReason;
import eyeline.web.http.OwnOrigin;
import eyeline.web.http.Problem;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * Which websites' pages may use the API of an account: its own origins may discover services and get consumers' tokens, nobody
 * else's page anything. Callers that are no browser name no origin and pass.
 */
@WebFilter(urlPatterns = "/api/*", asyncSupported = true,
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ASYNC})
public class CrossOriginFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Pattern SHARED = Pattern.compile(
            "/api/account/([0-9A-Za-z]{1,32})/(service/.*|signup|authenticate|anonymous/authorize|app/[^/]+/authenticate|configuration/window)");
    /** Reported by pages that may not be one of the account's origins yet; who reports what is checked there. */
    private static final Pattern REPORTS = Pattern.compile("/api/account/[0-9A-Za-z]{1,32}/configuration/page-problems");
    private static final String PREFLIGHT_SECONDS = "600";

    @Inject
    transient AccountOrigins origins;
    @Inject
    transient OwnOrigin own;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Vary", "Origin");
        var origin = request.getHeader("Origin");
        if (origin == null || own.is(origin, request)) {
            chain.doFilter(request, response);
        } else if (allowed(origin, request) || REPORTS.matcher(request.getRequestURI()).matches()) {
            response.setHeader("Access-Control-Allow-Origin", origin);
            shared(request, response, chain);
        } else {
            Problem.send(response, RefusalReason.NOT_PERMITTED.code(),
                    RefusalReason.NOT_PERMITTED.because("This website is not one of the account's origins."));
        }
    }

    private boolean allowed(String origin, HttpServletRequest request) {
        var path = SHARED.matcher(request.getRequestURI());
        return path.matches() && AccountPath.id(path.group(1)).map(id -> origins.has(id, origin)).orElse(false);
    }

    private static void shared(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!request.getMethod().equals("OPTIONS")) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("Access-Control-Allow-Methods", "GET, POST");
        response.setHeader("Access-Control-Allow-Headers", "Content-Type");
        response.setHeader("Access-Control-Max-Age", PREFLIGHT_SECONDS);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
