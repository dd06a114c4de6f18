package eyeline.whole.browser;

import eyeline.whole.proxy.BehindProxies;
import eyeline.whole.proxy.Kind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People in browsers who reach Eyeline by a proxy: the shop's page, the window in it, the workspace. */
@Tag("long")
@ExtendWith(BehindProxies.Extension.class)
class BehindProxyInBrowsersTest {

    /** HAProxy speaks HTTP/2 to browsers, for sockets too; nginx is in {@link BelowWebsiteInBrowsersTest}. */
    @Test
    @SuppressWarnings("try") // the proxy only has to be there
    void theySeeEachOther(BehindProxies all) throws Exception {
        try (var front = all.front(Kind.HAPROXY_REENCRYPT); var browsers = new Browsers(); var screens = new Screens(all.product(), browsers)) {
            var talk = Talk.begins(screens);
            talk.sees();
            talk.agent().presses("Hang up");
            talk.isOver();
        }
    }
}
