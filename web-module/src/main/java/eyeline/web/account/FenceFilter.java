package eyeline.web.account;

import eyeline.core.account.Fence;
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
 * A request works with the rows of the account in its address. Where there is none it works with nobody's until it is known who
 * asks (Authentication).
 */
@WebFilter(urlPatterns = "/api/*", asyncSupported = true,
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ASYNC})
public class FenceFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Pattern OF_AN_ACCOUNT = Pattern.compile("/api/account/([0-9A-Za-z]{1,32})/.*");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var account = OF_AN_ACCOUNT.matcher(request.getRequestURI());
        Fence.Work<Void, Exception> rest = () -> {
            chain.doFilter(request, response);
            return null;
        };
        try {
            if (account.matches()) {
                Fence.within(AccountPath.id(account.group(1)).orElseThrow(), rest);
            } else {
                Fence.nowhere(rest);
            }
        } catch (IOException | ServletException | RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new ServletException(failure);
        }
    }
}
