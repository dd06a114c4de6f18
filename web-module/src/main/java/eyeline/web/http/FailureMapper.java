package eyeline.web.http;

import eyeline.core.result.RefusalReason;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** What JAX-RS itself refuses gets our form, and what breaks gets an id that the answer and the log share. */
@Provider
public class FailureMapper implements ExceptionMapper<Throwable> {

    @Inject
    Faults faults;

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof Refused malformed) {
            return malformed.getResponse();
        }
        return failure instanceof WebApplicationException refused ? refused(refused.getResponse().getStatus()) : Problem.of(faults.of("a request", failure));
    }

    private static Response refused(int code) {
        return switch (code) {
            case 404 -> Problem.of(RefusalReason.NOT_FOUND);
            case 405 -> Problem.of(code, RefusalReason.NOT_SUPPORTED, "This method is not offered here.");
            case 406 -> Problem.of(code, RefusalReason.NOT_SUPPORTED, "Answers are JSON only.");
            case 415 -> Problem.of(code, RefusalReason.MALFORMED, "The body must be application/json.");
            case 413 -> Problem.of(RefusalReason.TOO_LARGE);
            default -> Problem.of(code, RefusalReason.MALFORMED, RefusalReason.MALFORMED.sentence());
        };
    }
}
