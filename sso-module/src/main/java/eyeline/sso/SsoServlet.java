package eyeline.sso;

import eyeline.core.account.AccountId;
import eyeline.core.account.Fence;
import eyeline.core.result.RefusalReason;
import eyeline.core.user.SingleSignOn;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code /sso/{account}/{page}}: whoever gets here has been at the OpenID provider, which the server has seen to; the name of the
 * principal is the claim that is our log-in name. Sends the browser back to the page that asked, with a code for the log-in.
 */
@WebServlet("/*")
public class SsoServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    /** An account, and a page that has a log-in. */
    private static final Pattern PATH = Pattern.compile("/([0-9A-Za-z]{1,32})/(agent|console|backend)");
    private static final int SECONDS = 60;

    @Inject
    transient SingleSignOn singleSignOn;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        var path = PATH.matcher(Optional.ofNullable(request.getPathInfo()).orElse(""));
        var person = request.getUserPrincipal();
        // what the provider said is needed no longer; the next log-in asks it again
        request.getSession().invalidate();
        if (!path.matches() || person == null) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var id = new AccountId(path.group(1));
        var outcome = Fence.within(id, () -> singleSignOn.begin(id, person.getName()));
        var arrival = outcome.fold(code -> {
            response.addCookie(cookie(id, code.browser()));
            return "sso=" + code.code();
        }, no -> "sso-refused=" + (no.reason() == RefusalReason.NOT_SUPPORTED ? "account" : "user"));
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        // behind "#", so that the code is in no log and no Referer
        response.setHeader("Location", "/" + path.group(2) + "/#" + arrival + "&account=" + id);
    }

    private static Cookie cookie(AccountId account, String value) {
        var cookie = new Cookie("Sso", value);
        cookie.setPath("/api/account/" + account + "/sso");
        cookie.setMaxAge(SECONDS);
        cookie.setHttpOnly(true);
        cookie.setSecure(true);
        cookie.setAttribute("SameSite", "Strict");
        return cookie;
    }
}
