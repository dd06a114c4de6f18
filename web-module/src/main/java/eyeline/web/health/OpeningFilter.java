package eyeline.web.health;

import eyeline.core.result.RefusalReason;
import eyeline.core.start.Opening;
import eyeline.web.http.Unserved;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Nobody gets in before the doors are open (web.xml: behind the answers about health, before everything else). */
public class OpeningFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Opening opening;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        if (opening.isOpen()) {
            chain.doFilter(request, response);
        } else {
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
            Unserved.answer(request, response, RefusalReason.UNAVAILABLE.because("Eyeline is starting and waits for its database. Try again in a moment."));
        }
    }
}
