package eyeline.web.user;

import eyeline.core.account.AccountId;
import eyeline.core.result.RefusalReason;
import eyeline.core.result.Result;
import eyeline.core.user.Role;
import eyeline.core.user.SignIn;
import eyeline.core.user.SignedIn;
import eyeline.web.account.AccountPath;
import eyeline.web.http.AddressRates;
import eyeline.web.http.HttpLimits;
import eyeline.web.http.JsonBody;
import eyeline.web.http.Problem;
import eyeline.web.socket.Connections;
import eyeline.web.socket.Link;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
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
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

/** Log-in of agents (protocol.md, 1.4): L1 and L3 to L7, and the log-out. */
@Path("/account/{account}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AgentLoginResource {

    private static final String SESSION = "Session_id";
    private static final String SCHEME = "Bearer ";

    @Inject
    SignIn signIn;
    @Inject
    AddressRates rates;
    @Inject
    Connections connections;
    @Context
    HttpServletRequest request;

    @POST
    @PermitAll
    @Path("/login")
    public Response login(@PathParam("account") String account, String body) {
        if (!rates.take(request.getRemoteAddr(), AddressRates.Kind.LOGINS)) {
            return Problem.tooMany();
        }
        var form = JsonBody.read(body);
        var name = form.text("username", HttpLimits.USER_NAME);
        var password = form.text("password", HttpLimits.PASSWORD);
        var id = AccountPath.id(account);
        return id.map(known -> signIn.signIn(known, name, password))
                .orElseGet(() -> Result.refused(RefusalReason.NOT_FOUND))
                .fold(in -> loggedIn(id.get(), in), Problem::of);
    }

    private static Response loggedIn(AccountId account, SignedIn in) {
        var body = Json.createObjectBuilder()
                .add("csrf", in.csrf())
                .add("bearer", in.bearer())
                .add("sessionTTl", String.valueOf(SignIn.LIFE.toMillis()))
                .add("config", Json.createObjectBuilder()
                        .add("loginName", in.loginName())
                        .add("name", in.agent().name())
                        .add("userId", in.agent().userId())
                        .add("userPid", in.agent().id())
                        .add("roles", roles(in))
                        .add("isAdmin", in.agent().roles().contains(Role.ADMINISTRATOR)));
        return Response.ok(body.build().toString())
                .cookie(cookie(account, in.bearer(), (int) SignIn.LIFE.toSeconds()))
                .header("Cache-Control", "no-store").build();
    }

    /** So that the workspace knows which of its rooms to show. What a user may do is asked of the core each time. */
    private static JsonArrayBuilder roles(SignedIn in) {
        var roles = Json.createArrayBuilder();
        in.agent().roles().stream().sorted().map(Role::name).forEach(roles::add);
        return roles;
    }

    @POST
    @PermitAll
    @Path("/refresh")
    public Response refresh(@PathParam("account") String account, @CookieParam(SESSION) String cookie,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, String body) {
        var bearer = bearer(authorization, cookie);
        var csrf = JsonBody.read(body).text("csrf", HttpLimits.CSRF);
        var id = AccountPath.id(account);
        if (id.isEmpty() || unusable(bearer)) {
            return Problem.of(RefusalReason.NOT_AUTHENTICATED);
        }
        return signIn.refresh(id.get(), bearer, csrf).fold(
                done -> Response.ok("{}").cookie(cookie(id.get(), bearer, (int) SignIn.LIFE.toSeconds())).build(),
                Problem::of);
    }

    /** Ends the log-in and, within a second, the sockets that rest on it. */
    @POST
    @PermitAll
    @Path("/logout")
    public Response logout(@PathParam("account") String account, @CookieParam(SESSION) String cookie,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        var bearer = bearer(authorization, cookie);
        var id = AccountPath.id(account);
        if (id.isEmpty() || unusable(bearer)) {
            return Response.noContent().build();
        }
        signIn.signOut(id.get(), bearer);
        connections.all().stream().filter(link -> link.door().account().equals(id.get())).forEach(Link::doubt);
        return Response.noContent().cookie(cookie(id.get(), "", 0)).build();
    }

    /** Tabs of one browser share the cookie, which knows only the last log-in: a tab that names its own bearer is believed. */
    private static String bearer(String authorization, String cookie) {
        return authorization != null && authorization.startsWith(SCHEME) ? authorization.substring(SCHEME.length()) : cookie;
    }

    private static boolean unusable(String bearer) {
        return bearer == null || bearer.isEmpty() || bearer.length() > HttpLimits.BEARER;
    }

    private static NewCookie cookie(AccountId account, String bearer, int seconds) {
        return new NewCookie.Builder(SESSION).value(bearer).path("/api/account/" + account).maxAge(seconds)
                .secure(true).httpOnly(true).sameSite(NewCookie.SameSite.STRICT).build();
    }
}
