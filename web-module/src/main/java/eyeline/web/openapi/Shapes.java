package eyeline.web.openapi;

import eyeline.core.account.CallSettings;
import eyeline.core.account.CallText;
import eyeline.core.account.PageRule;
import eyeline.core.change.ChangeAction;
import eyeline.core.change.ChangeSubject;
import eyeline.core.relay.RelayAnswer;
import eyeline.core.user.PermissionCatalogue;
import eyeline.core.user.Role;
import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import java.util.Map;

/** Bodies that the code reads and writes member by member, for the description of the API alone. */
public final class Shapes {

    private Shapes() {
    }

    /** A log-in. */
    public record LogIn(String username, String password) {
    }

    /** The answer to a log-in; {@code bearer} goes into the Authorization header. */
    public record LoggedIn(String csrf, String bearer, String sessionTTl, Config config) {
    }

    /** Who logged in. */
    public record Config(String loginName, String name, String userId, String userPid, List<Role> roles, boolean isAdmin) {
    }

    /** The own password and the next one. */
    public record NewPassword(String current, String password) {
    }

    /** The way back from the organisation's log-in. */
    public record Code(String code) {
    }

    /** Which release. */
    public record Release(String version) {
    }

    /** Ways to log in beside user name and password. */
    public record Ways(boolean sso) {
    }

    /** What a STUN or TURN server answered, over each transport. */
    public record RelayAnswers(List<RelayAnswered> items) {
    }

    /** {@code milliseconds} only where it was an answer of STUN. */
    public record RelayAnswered(RelayAnswer.Transport transport, int port, RelayAnswer.Outcome outcome, Long milliseconds) {
    }

    /** What a browser tests before a call; {@code withheld}: there are servers that a consumer is told of in a call alone. */
    public record CheckServers(boolean relayOnly, List<CheckServer> iceServers, int bitrateKbps, int voiceBitrateKbps, boolean withheld) {
    }

    /** An entry for {@code RTCPeerConnection}. */
    public record CheckServer(String urls, String username, String credential) {
    }

    /** Shows that it was this log-in's page that asks. */
    public record Csrf(String csrf) {
    }

    /** A consumer's token for the socket, as the sign-up calls it. */
    public record Jwt(String jwt) {
    }

    /** A consumer's identity or token. */
    public record Token(String token) {
    }

    /** An identity that was given before. */
    public record IdToken(@JsonbProperty("id_token") String idToken) {
    }

    /** Where each service of an account is. */
    public record Services(@JsonbProperty("baseURIs") List<Service> baseUris) {
    }

    /** Host and port, without a scheme. */
    public record Service(String service, String account, @JsonbProperty("baseURI") String baseUri) {
    }

    /** What each role can be allowed. */
    public record Roles(List<PermissionCatalogue.RoleEntry> items) {
    }

    /** Every text that an account can change. */
    public record Texts(List<Text> items) {
    }

    /** A text, its placeholders and its default in each language that has one. */
    public record Text(CallText key, List<String> placeholders, Map<String, String> defaults) {
    }

    /** What a window or a tag needs of the settings; the texts are complete. */
    public record Window(String language, Map<String, String> texts, boolean voice, boolean video, boolean consumerMayAsk,
            CallSettings.Tracker tracker) {
    }

    /** A change: {@code before} and {@code after} have the members that differ. */
    public record ChangeEntry(long id, long at, By by, ChangeAction action, ChangeSubject subject, String subjectId, String subjectName,
            Map<String, Object> before, Map<String, Object> after) {
    }

    /** Who made it. */
    public record By(String loginName, String fullName) {
    }

    /** What no administrator has put away. */
    public record PageProblems(List<PageProblem> items) {
    }

    /** A page that breaks a rule. */
    public record PageProblem(String origin, PageRule rule, long firstAt) {
    }

    /** A refusal (RFC 9457); {@code current} goes with CHANGED_MEANWHILE alone. */
    public record Problem(String type, String title, int status, String detail, String reason, List<FieldError> errors,
            Map<String, Object> current) {
    }

    /** What is wrong with one member; {@code field} is its path. */
    public record FieldError(String field, String detail) {
    }
}
