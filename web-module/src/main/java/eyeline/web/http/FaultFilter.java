package eyeline.web.http;

import eyeline.core.result.Refusal;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The outermost of the filters (web.xml): what nobody else has caught is answered in our form and logged in our words. The container
 * would show a stack trace and log the address, which may have a bearer in it.
 */
public class FaultFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Faults faults;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException {
        try {
            chain.doFilter(request, response);
        } catch (IOException gone) {
            throw gone; // whoever asked is not there any more
        } catch (Exception failure) {
            answer(request, response, faults.of(what(request), failure));
        }
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        if (isApi(request)) {
            Problem.send(response, refusal.reason().code(), refusal);
            return;
        }
        response.setStatus(refusal.reason().code());
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/plain; charset=utf-8");
        response.getOutputStream().write(refusal.message().getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/") || request.getRequestURI().startsWith("/ws_api/");
    }

    /** Which of our doors, without what is secret in the address. */
    private static String what(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/ws_api/") ? "a socket's handshake" : isApi(request) ? "a request" : "a page";
    }
}
