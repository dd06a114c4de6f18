package eyeline.web.http;

import eyeline.core.result.RefusalReason;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Arrays;

/** What is refused before any of our resources is asked, a Content-Type that is none for example, is a problem too and no page. */
@WebFilter(urlPatterns = "/api/*", asyncSupported = true,
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ASYNC})
public class ProblemFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request, new HttpServletResponseWrapper(response) {
            @Override
            public void sendError(int code) throws IOException {
                resetBuffer();
                Problem.send(response, code, reason(code).refusal());
            }

            @Override
            public void sendError(int code, String sentence) throws IOException {
                sendError(code);
            }
        });
    }

    private static RefusalReason reason(int code) {
        return Arrays.stream(RefusalReason.values()).filter(reason -> reason.code() == code).findFirst()
                .orElse(code < 500 ? RefusalReason.MALFORMED : RefusalReason.INTERNAL);
    }
}
