package eyeline.sso;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.Cookie;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;

/**
 * Lets Elytron's OpenID Connect client read its cookies. It asks for the values of {@link HttpServerExchange#getRequestCookies()},
 * and the map that this is in Undertow 2.3.25, which we need for its strict request parser, refuses to list them. Here the exchange gets a
 * map of the same cookies that does not, before anybody asks for who somebody is. Not needed once the two agree again.
 */
public class ReadableCookies implements ServletExtension {

    /** What the exchange keeps for {@code getRequestCookies}; it has no other way in. */
    private static final String KEPT_AS = "deprecatedRequestCookies";

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        var kept = field();
        deployment.addInitialHandlerChainWrapper(next -> exchange -> {
            keep(kept, exchange);
            next.handleRequest(exchange);
        });
    }

    private static Field field() {
        try {
            var field = HttpServerExchange.class.getDeclaredField(KEPT_AS);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException otherUndertow) {
            throw new IllegalStateException("this Undertow keeps cookies another way; is ReadableCookies still needed?", otherUndertow);
        }
    }

    private static void keep(Field field, HttpServerExchange exchange) throws IllegalAccessException {
        Map<String, Cookie> cookies = new HashMap<>();
        exchange.requestCookies().forEach(cookie -> cookies.put(cookie.getName(), cookie));
        field.set(exchange, cookies);
    }
}
