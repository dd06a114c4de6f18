package eyeline.web.user;

import eyeline.core.account.AccountId;
import eyeline.core.arrival.PublicAddress;
import eyeline.core.json.Json;
import eyeline.core.user.Role;
import eyeline.core.user.SignIn;
import eyeline.core.user.SignedIn;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/** What a log-in answers (protocol.md, 1.4), and the cookies that come with it. */
final class LogInAnswer {
    static final String SESSION = "Session_id";
    static final String DEVICE = "Device";
    /** As long as browsers keep a cookie; each log-in begins it anew. */
    private static final Duration DEVICE_LIFE = Duration.ofDays(400);

    /** Browsers send a cookie by the path that they see, which the proxy takes away if Eyeline shares its host. */
    private static final String BELOW = PublicAddress.configured(System.getenv()).map(PublicAddress::path).orElse("");

    private LogInAnswer() {
    }

    static Response of(AccountId account, SignedIn in, NewCookie... more) {
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
        return Response.ok(body.build().toString()).cookie(session(account, in.bearer(), SignIn.LIFE)).cookie(more)
                .header("Cache-Control", "no-store").build();
    }

    /** So that the workspace knows which of its rooms to show. What a user may do is asked of the core each time. */
    private static JsonArrayBuilder roles(SignedIn in) {
        var roles = Json.createArrayBuilder();
        in.agent().roles().stream().sorted().map(Role::name).forEach(roles::add);
        return roles;
    }

    static NewCookie session(AccountId account, String bearer, Duration life) {
        return cookie(account, SESSION, bearer, life);
    }

    /** That this user has been logged in here ({@link eyeline.core.user.Devices}). */
    static NewCookie device(AccountId account, String mark) {
        return cookie(account, DEVICE, mark, DEVICE_LIFE);
    }

    private static NewCookie cookie(AccountId account, String name, String value, Duration life) {
        return new NewCookie.Builder(name).value(value).path(BELOW + "/api/account/" + account).maxAge((int) life.toSeconds())
                .secure(true).httpOnly(true).sameSite(NewCookie.SameSite.STRICT).build();
    }
}
