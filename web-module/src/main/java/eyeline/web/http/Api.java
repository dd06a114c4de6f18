package eyeline.web.http;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Everything over HTTP that is not a page is under {@code /api}. */
@ApplicationPath("/api")
public class Api extends Application {
}
