package eyeline.web.user;

import eyeline.core.account.Fence;
import eyeline.core.result.RefusalReason;
import eyeline.core.user.Agent;
import eyeline.core.user.Role;
import eyeline.core.user.SignIn;
import eyeline.web.http.Caller;
import eyeline.web.http.HttpLimits;
import eyeline.web.http.Problem;
import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import java.util.Optional;

/**
 * Lets a request through to who may make it: what a resource method says with {@code @RolesAllowed}, in the caller's own
 * account; an operator in every account. {@code @PermitAll} is for everybody; what says neither is for nobody. The bearer comes in
 * the Authorization header alone, never in the cookie, so no other website can make a browser act.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class Authentication implements ContainerRequestFilter {

    private static final String SCHEME = "Bearer ";

    @Inject
    SignIn signIn;
    @Inject
    Caller caller;
    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        if (resource.getResourceMethod().isAnnotationPresent(PermitAll.class)) {
            return;
        }
        var shown = bearer(request);
        var known = shown.flatMap(bearer -> Fence.everywhere(() -> signIn.holder(bearer)));
        if (known.isEmpty()) {
            request.abortWith(Problem.of(RefusalReason.NOT_AUTHENTICATED));
            return;
        }
        var user = known.get().agent();
        var account = request.getUriInfo().getPathParameters().getFirst("account");
        var operator = user.roles().contains(Role.OPERATOR);
        if (account != null && !account.equals(user.account().value()) && !operator) {
            request.abortWith(Problem.of(RefusalReason.NOT_FOUND));
        } else if (Arrays.stream(allowed()).noneMatch(role -> user.roles().contains(Role.valueOf(role)))) {
            request.abortWith(Problem.of(RefusalReason.NOT_PERMITTED.because("Your role does not allow this.")));
        } else {
            caller.is(user, known.get().loginName(), shown.get());
            fence(user, account);
        }
    }

    /** From here on the own account's rows alone; an operator's are those of the account in the address, or everybody's. */
    private static void fence(Agent user, String account) {
        if (!user.roles().contains(Role.OPERATOR)) {
            Fence.narrow(user.account());
        } else if (account == null) {
            Fence.widen();
        }
    }

    private String[] allowed() {
        var roles = Optional.ofNullable(resource.getResourceMethod().getAnnotation(RolesAllowed.class))
                .or(() -> Optional.ofNullable(resource.getResourceClass().getAnnotation(RolesAllowed.class)));
        return roles.map(RolesAllowed::value).orElse(new String[0]);
    }

    private static Optional<String> bearer(ContainerRequestContext request) {
        return Optional.ofNullable(request.getHeaderString(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.startsWith(SCHEME)).map(header -> header.substring(SCHEME.length()).strip())
                .filter(bearer -> !bearer.isEmpty() && bearer.length() <= HttpLimits.BEARER);
    }
}
