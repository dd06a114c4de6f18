package eyeline.web.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

/** Carries its answer past the mapper. */
public final class Refused extends WebApplicationException {
    private static final long serialVersionUID = 1L;

    public Refused(Response answer) {
        super(answer);
    }
}
