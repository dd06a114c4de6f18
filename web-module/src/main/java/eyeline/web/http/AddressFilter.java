package eyeline.web.http;

import eyeline.core.result.RefusalReason;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import java.util.Optional;

/** Nothing has a NUL in its id or name, and the database could not even be asked. */
@Provider
@Priority(Priorities.USER)
public class AddressFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        var address = request.getUriInfo();
        if (withNul(address.getPathParameters()).isPresent()) {
            request.abortWith(Problem.of(RefusalReason.NOT_FOUND));
        } else {
            withNul(address.getQueryParameters()).ifPresent(
                    name -> request.abortWith(Problem.malformed(name, name + " has a character that no text has.")));
        }
    }

    private static Optional<String> withNul(MultivaluedMap<String, String> parameters) {
        return parameters.entrySet().stream().filter(p -> p.getValue().stream().anyMatch(text -> text.indexOf('\0') >= 0))
                .map(Map.Entry::getKey).findFirst();
    }
}
