package eyeline.web.account;

import eyeline.core.account.AccountId;
import eyeline.core.account.AccountSettings;
import eyeline.core.account.CallSettings;
import eyeline.core.account.CallText;
import eyeline.core.account.IceServer;
import eyeline.core.account.TrackerKind;
import eyeline.core.account.Wording;
import eyeline.core.json.Json;
import eyeline.core.page.Versioned;
import eyeline.web.http.Caller;
import eyeline.web.http.Forms;
import eyeline.web.http.RecordJson;
import eyeline.web.http.Versions;
import eyeline.web.openapi.Shapes;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The call settings of an account (docs/rest.md, "Call settings"). */
@Path("/account/{account}/configuration/calls")
@RequestScoped
@Tag(name = "Call settings")
@RolesAllowed({"ADMINISTRATOR", "OPERATOR"})
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class SettingsResource {

    private static final String[] SERVERS = {"voiceAllowed", "videoAllowed", "hasSecret"};
    private static final int PLACES = 20;

    /** The settings as administrators send them; what they can mean is checked by the core. */
    public record Settings(
            @NotNull Boolean voice,
            @NotNull Boolean video,
            @NotNull Boolean agentCameraOff,
            @NotNull Boolean consumerCameraOff,
            @NotNull Boolean relayOnly,
            @NotNull @Size(max = PLACES) List<@Valid Server> iceServers,
            @NotNull Integer credentialSeconds,
            @NotNull Integer bitrateKbps,
            @NotNull Integer voiceBitrateKbps,
            @NotNull Integer invitationSeconds,
            @NotNull Integer callsPerAgent,
            @NotNull @Size(max = 100) List<@Size(max = 300) String> origins,
            @NotNull Boolean consumerMayAsk,
            @NotNull Integer retentionDays,
            @NotNull Integer messagesPerMinute,
            @NotNull Integer conversationMessages,
            @NotNull Integer conversationMegabytes,
            @NotNull Boolean anonymousSignUp,
            @NotNull @Size(max = 10) String language,
            @NotNull @Size(max = 100) Map<String, Map<String, String>> texts,
            @NotNull @Valid Tracker tracker) {

        /** What is the operator's is left as it is. */
        CallSettings settings() {
            return new CallSettings(voice, video, true, true, agentCameraOff, consumerCameraOff, relayOnly,
                    iceServers.stream().map(Server::server).toList(), credentialSeconds, bitrateKbps, voiceBitrateKbps, invitationSeconds,
                    callsPerAgent, origins, consumerMayAsk, retentionDays, messagesPerMinute, conversationMessages, conversationMegabytes, anonymousSignUp, language, texts, tracker.tracker());
        }
    }

    /** A STUN or TURN server; without {@code secret} the one that is known stays. */
    public record Server(
            @NotNull @Size(max = 300) String url,
            @NotNull @Pattern(regexp = "NONE|FIXED|SHARED_SECRET", message = "is NONE, FIXED or SHARED_SECRET") String credential,
            @Size(max = 200) String username,
            @Size(max = 500) String secret) {

        CallSettings.Server server() {
            return new CallSettings.Server(url, IceServer.Credential.valueOf(credential), Optional.ofNullable(username),
                    Optional.ofNullable(secret), Optional.empty());
        }
    }

    /** The tracking library. */
    public record Tracker(
            @NotNull @Pattern(regexp = "NONE|GOOGLE_ANALYTICS|MATOMO|MAPP|TEALIUM", message = "is no tracker that is known here") String kind,
            @Size(max = 100) String id) {

        CallSettings.Tracker tracker() {
            return new CallSettings.Tracker(TrackerKind.valueOf(kind), Optional.ofNullable(id));
        }
    }

    @Inject
    AccountSettings settings;
    @Inject
    Forms forms;
    @Inject
    Caller caller;
    @PathParam("account")
    AccountId account;

    @GET
    @Operation(summary = "The call settings")
    @APIResponseSchema(CallSettings.class)
    public Response get() {
        return Versions.ok(now());
    }

    @PUT
    @Operation(summary = "Replaces the call settings")
    @APIResponseSchema(CallSettings.class)
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Settings.class)))
    public Response replace(@HeaderParam("If-Match") String ifMatch, String body) {
        return replace(Versions.expected(ifMatch), forms.object(body));
    }

    @PATCH
    @Operation(summary = "Changes what is named")
    @APIResponseSchema(CallSettings.class)
    public Response patch(@HeaderParam("If-Match") String ifMatch, String body) {
        var expected = Versions.expected(ifMatch);
        var now = now();
        return now.map(known -> replace(expected, forms.patched(RecordJson.of(known.value()), body))).orElseGet(() -> Versions.ok(now));
    }

    /** What texts there are, with their placeholders and defaults. */
    @GET
    @Path("/texts")
    @Operation(summary = "Every text that can be changed, with its placeholders and defaults")
    @APIResponseSchema(Shapes.Texts.class)
    public Response texts() {
        var items = Json.createArrayBuilder();
        for (var key : CallText.values()) {
            var defaults = Json.createObjectBuilder();
            Wording.LANGUAGES.forEach(language -> defaults.add(language, Wording.defaults(language).of(key)));
            items.add(Json.createObjectBuilder().add("key", key.name())
                    .add("placeholders", Json.createArrayBuilder(key.placeholders())).add("defaults", defaults));
        }
        return Response.ok(Json.createObjectBuilder().add("items", items).build().toString()).build();
    }

    private Response replace(long expected, JsonObject json) {
        var form = forms.read(json, Settings.class, SERVERS);
        return Versions.changed(settings.replace(account, caller.actor(), expected, form.settings()), this::now);
    }

    private Optional<Versioned<CallSettings>> now() {
        return settings.find(account);
    }
}
