package eyeline.web.http;

import eyeline.core.result.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The answer to whoever cannot be served by us, whatever they asked for: a problem, or words for who reads a page. */
public final class Unserved {

    private Unserved() {
    }

    public static void answer(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
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

    static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/") || request.getRequestURI().startsWith("/ws_api/");
    }
}
