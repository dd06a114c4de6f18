package eyeline.web.http;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

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
            Unserved.answer(request, response, faults.of(what(request), failure));
        }
    }

    /** Which of our doors, without what is secret in the address. */
    private static String what(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/ws_api/") ? "a socket's handshake" : Unserved.isApi(request) ? "a request" : "a page";
    }
}
