package eyeline.web.user;

import eyeline.core.account.AccountId;
import eyeline.core.call.CallDepartures;
import eyeline.core.presence.Connection;
import eyeline.core.result.RefusalReason;
import eyeline.core.user.Attempts;
import eyeline.core.user.Departure;
import eyeline.core.user.Devices;
import eyeline.core.user.LogInId;
import eyeline.core.user.SignIn;
import eyeline.web.account.AccountPath;
import eyeline.web.http.AddressRates;
import eyeline.web.http.HttpLimits;
import eyeline.web.http.JsonBody;
import eyeline.web.http.Problem;
import eyeline.web.openapi.Shapes;
import eyeline.web.socket.AddressKey;
import eyeline.web.socket.Connections;
import eyeline.web.socket.Link;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Log-in of agents (protocol.md, 1.4): L1 and L3 to L7, and the log-out. */
@Path("/account/{account}")
@RequestScoped
@Tag(name = "Log-in")
@Produces(MediaType.APPLICATION_JSON)
public class AgentLoginResource {

    private static final String SCHEME = "Bearer ";

    @Inject
    SignIn signIn;
    @Inject
    Attempts attempts;
    @Inject
    Devices devices;
    @Inject
    AddressRates rates;
    @Inject
    Connections connections;
    @Inject
    CallDepartures departures;
    @Context
    HttpServletRequest request;

    @POST
    @PermitAll
    @Path("/login")
    @Operation(summary = "Logs a user in")
    @APIResponseSchema(Shapes.LoggedIn.class)
    @APIResponse(responseCode = "429", ref = "Refusal429")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Shapes.LogIn.class)))
    public Response login(@PathParam("account") String account, @CookieParam(LogInAnswer.DEVICE) String mark, String body) {
        var id = AccountPath.id(account);
        // a device that knows the user is not held up by others of its address
        var device = mark == null ? Optional.<String>empty() : id.flatMap(known -> devices.knowing(known, name(JsonBody.read(body)), mark));
        if (device.isEmpty() && !rates.take(request.getRemoteAddr(), AddressRates.Kind.LOGINS)) {
            return Problem.tooMany();
        }
        var form = JsonBody.read(body);
        var name = name(form);
        var password = form.text("password", HttpLimits.PASSWORD);
        if (id.isEmpty()) {
            return Problem.of(RefusalReason.NOT_FOUND);
        }
        var attempt = device.map(it -> attempts.logInOn(it, id.get(), name))
                .orElseGet(() -> attempts.logIn(id.get(), name, AddressKey.of(request.getRemoteAddr())));
        return attempt.pause().map(Problem::tooMany).orElseGet(() -> attempt.judged(() -> signIn.signIn(id.get(), name, password).fold(in -> {
            attempt.succeeded();
            return LogInAnswer.of(id.get(), in, LogInAnswer.device(id.get(), devices.marked(id.get(), name, mark)));
        }, Problem::of)));
    }

    private static String name(JsonBody form) {
        return form.text("username", HttpLimits.USER_NAME);
    }

    @POST
    @PermitAll
    @Path("/refresh")
    @Operation(summary = "Prolongs a log-in")
    @APIResponseSchema(Object.class)
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Shapes.Csrf.class)))
    public Response refresh(@PathParam("account") String account, @CookieParam(LogInAnswer.SESSION) String cookie,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, String body) {
        var bearer = bearer(authorization, cookie);
        var csrf = JsonBody.read(body).text("csrf", HttpLimits.CSRF);
        var id = AccountPath.id(account);
        if (id.isEmpty() || unusable(bearer)) {
            return Problem.of(RefusalReason.NOT_AUTHENTICATED);
        }
        return signIn.refresh(id.get(), bearer, csrf).fold(
                done -> Response.ok("{}").cookie(LogInAnswer.session(id.get(), bearer, SignIn.LIFE)).build(),
                Problem::of);
    }

    /** Ends the log-in, at once the calls that rest on it, and within a second its sockets. */
    @POST
    @PermitAll
    @Path("/logout")
    @Operation(summary = "Ends a log-in and its sockets")
    public Response logout(@PathParam("account") String account, @CookieParam(LogInAnswer.SESSION) String cookie,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        var bearer = bearer(authorization, cookie);
        var id = AccountPath.id(account);
        if (id.isEmpty() || unusable(bearer)) {
            return Response.noContent().build();
        }
        // the calls first, so that their cause is the log-out; then what was begun meanwhile
        signIn.agent(id.get(), bearer).ifPresent(agent -> departures.leaves(id.get(), agent.id(), LogInId.of(bearer), Departure.LOGGED_OUT));
        signIn.signOut(id.get(), bearer).ifPresent(userPid -> leave(id.get(), userPid, LogInId.of(bearer)));
        return Response.noContent().cookie(LogInAnswer.session(id.get(), "", Duration.ZERO)).build();
    }

    private void leave(AccountId account, String userPid, LogInId logIn) {
        departures.leaves(account, userPid, logIn, Departure.LOGGED_OUT);
        connections.all().stream().filter(link -> link.connection().flatMap(Connection::logIn).filter(logIn::equals).isPresent())
                .forEach(Link::doubt);
    }

    /** Tabs of one browser share the cookie, which knows only the last log-in: a tab that names its own bearer is believed. */
    private static String bearer(String authorization, String cookie) {
        return authorization != null && authorization.startsWith(SCHEME) ? authorization.substring(SCHEME.length()) : cookie;
    }

    private static boolean unusable(String bearer) {
        return bearer == null || bearer.isEmpty() || bearer.length() > HttpLimits.BEARER;
    }
}
