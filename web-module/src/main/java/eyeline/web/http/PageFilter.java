package eyeline.web.http;

import eyeline.core.account.Account;
import eyeline.core.account.AccountId;
import eyeline.core.account.Accounts;
import eyeline.core.account.Fence;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The headers that make browsers careful with what they get from us, and how long they may keep it. */
@WebFilter(urlPatterns = "/*", asyncSupported = true,
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ASYNC})
public class PageFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    /** Two years, as browsers' preload lists ask for. */
    private static final String STRICT_TRANSPORT = "max-age=63072000";
    /** A browser would remember it for every port of the machine, and its owner's other local servers speak plain HTTP. */
    private static final String LOCALHOST = "localhost";
    /** For what is no page: nothing of it runs, and nobody shows it in a frame. */
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";
    private static final String PERMISSIONS =
            "camera=(self), microphone=(self), display-capture=(self), autoplay=(self), fullscreen=(self), screen-wake-lock=(self), "
                    + "geolocation=(), payment=(), usb=()";

    @Inject
    transient ContentPolicy policy;
    @Inject
    transient EntityTags tags;
    @Inject
    transient OwnOrigin own;
    @Inject
    transient Accounts accounts;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var path = request.getRequestURI();
        // below a website the whole host is that website's matter
        if (!request.getServerName().equals(LOCALHOST) && own.path().isEmpty()) {
            response.setHeader("Strict-Transport-Security", STRICT_TRANSPORT);
        }
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", PERMISSIONS);
        response.setHeader("Cross-Origin-Resource-Policy", path.equals("/tag.js") ? "cross-origin" : "same-origin");
        if (path.startsWith("/api/") || path.startsWith("/ws_api/")) {
            response.setHeader("Content-Security-Policy", NOTHING);
            chain.doFilter(request, response);
        } else {
            describePage(path, request, response);
            serve(path, request, response, chain);
        }
    }

    private void serve(String path, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var tag = tags.of(request.getServletContext(), page(path));
        tag.ifPresent(known -> response.setHeader("ETag", known));
        if (tag.isPresent() && knows(request, tag.get())) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        } else {
            chain.doFilter(new WithoutConditions(request), response);
        }
    }

    private static boolean knows(HttpServletRequest request, String tag) {
        var known = request.getHeader("If-None-Match");
        return known != null && known.contains(tag);
    }

    private static String page(String path) {
        return path.endsWith("/") ? path + "index.html" : path;
    }

    /** A request whose conditions have been looked at already. */
    private static final class WithoutConditions extends HttpServletRequestWrapper {
        private static final Set<String> CONDITIONS =
                Set.of("if-modified-since", "if-none-match", "if-unmodified-since", "if-match", "if-range");

        WithoutConditions(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getHeader(String name) {
            return CONDITIONS.contains(name.toLowerCase(Locale.ROOT)) ? null : super.getHeader(name);
        }

        @Override
        public long getDateHeader(String name) {
            return CONDITIONS.contains(name.toLowerCase(Locale.ROOT)) ? -1 : super.getDateHeader(name);
        }
    }

    private void describePage(String path, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Cache-Control", path.startsWith("/webjars/") ? "public, max-age=31536000, immutable" : "no-cache");
        response.setHeader("Content-Security-Policy",
                policy.of(request.getServletContext(), page(path), own.host(request).orElse(""), parents(path, request)));
    }

    /** Only the engagement window may be embedded, and only by its account's websites. */
    private Set<String> parents(String path, HttpServletRequest request) {
        return path.equals("/window/") || path.equals("/window/index.html")
                ? account(request).map(Account::origins).orElse(Set.of()) : Set.of();
    }

    private Optional<Account> account(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("account"))
                .filter(text -> text.matches("[0-9A-Za-z]{1,32}")).map(AccountId::new)
                .flatMap(id -> Fence.within(id, () -> accounts.find(id)));
    }
}
