package eyeline.whole.settings;

import static eyeline.whole.wire.Scene.VIDEO;
import static eyeline.whole.wire.Scene.VOICE;
import static eyeline.whole.wire.Scene.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;

import eyeline.whole.OnTheProduct;
import eyeline.whole.Product;
import eyeline.whole.wire.Body;
import eyeline.whole.wire.Brand;
import eyeline.whole.wire.Desk;
import eyeline.whole.wire.Scene;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** T2: every text of an account stands in the transcript of the next call, its placeholders filled, in the account's language. */
@OnTheProduct
class TextsInCallTest {
    private final Brand brand;
    private final Scene scene;

    TextsInCallTest(Product product) {
        brand = new Brand(product);
        brand.user("agent", "AGENT");
        scene = Scene.in(product, brand, "agent");
    }

    private void set(Object... namesAndValues) {
        Brand.made(brand.admin().change(brand.configuration("calls"), Body.of(namesAndValues)));
    }

    /** Each text becomes its own name and its placeholders, in a language that has no defaults. */
    private Map<String, String> ownTexts() {
        var texts = new TreeMap<String, String>();
        brand.admin().get(brand.configuration("calls/texts")).body().getJsonArray("items").getValuesAs(JsonObject.class).forEach(text -> {
            var words = new ArrayList<>(List.of("<b>" + text.getString("key") + "</b>"));
            text.getJsonArray("placeholders").forEach(p -> words.add("{" + ((jakarta.json.JsonString) p).getString() + "}"));
            texts.put(text.getString("key"), String.join(" ", words));
        });
        var json = Json.createObjectBuilder();
        texts.forEach(json::add);
        set("language", "fr", "consumerMayAsk", true, "invitationSeconds", 5,
                "texts", Json.createObjectBuilder().add("fr", json).build());
        return texts;
    }

    @Test
    void everyStepSpeaksAsTheAccountWantsIt() {
        ownTexts();
        try (scene) {
            ok(scene.tab().wire().ask("call.Ask", Body.of("conversationId", scene.conversation(), "mode", VOICE)));
            var declined = scene.rings(VOICE);
            ok(scene.tab().declines(declined));
            ended(declined);
            var cancelled = scene.rings(VIDEO);
            ok(scene.agent().cancels(cancelled));
            ended(cancelled);
            var unconnected = scene.accepted(VIDEO);
            ok(scene.tab().ends(unconnected));
            ended(unconnected);
            failed("BROWSER_NOT_SUPPORTED", "CAMERA_DENIED", "MICROPHONE_MISSING", "CAMERA_BUSY", "MEDIA_FAILED");
            ended(scene.rings(VOICE));
            var talked = scene.talks(VIDEO);
            ok(scene.agent().ends(talked));
            ended(talked);
            var revoked = scene.rings(VIDEO);
            set("video", false);
            ended(revoked);
            var video = "<b>VIDEO_CALL</b>";
            var voice = "<b>VOICE_CALL</b>";
            var invited = "<b>INVITED_VIDEO</b> \u2068Some agent\u2069 " + video;
            var expected = new ArrayList<>(List.of("<b>ASKED_VOICE</b>",
                    "<b>INVITED_VOICE</b> \u2068Some agent\u2069 " + voice, "<b>DECLINED</b> " + voice,
                    invited, "<b>CANCELLED</b> \u2068Some agent\u2069 " + video,
                    invited, "<b>ACCEPTED</b> " + video, "<b>ENDED_UNCONNECTED</b> " + video));
            for (var reason : List.of("UNSUPPORTED_BROWSER", "DEVICE_DENIED", "DEVICE_MISSING", "DEVICE_BUSY", "MEDIA_FAILED")) {
                expected.addAll(List.of(invited, "<b>ACCEPTED</b> " + video, "<b>FAILED</b> " + video + " <b>REASON_" + reason + "</b>"));
            }
            expected.addAll(List.of("<b>INVITED_VOICE</b> \u2068Some agent\u2069 " + voice, "<b>EXPIRED</b> " + voice,
                    invited, "<b>ACCEPTED</b> " + video, "<b>STARTED</b> " + video, "<b>ENDED</b> " + video + " 0:00",
                    invited, "<b>FAILED</b> " + video + " <b>REASON_PERMISSION_REVOKED</b>"));
            for (var desk : List.of(scene.tab(), scene.agent())) {
                desk.hears("REASON_PERMISSION_REVOKED");
                assertEquals(expected, lines(desk));
            }
        }
    }

    private void failed(String... failures) {
        for (var failure : failures) {
            var call = scene.accepted(VIDEO);
            ok(scene.tab().fails(call, failure));
            ended(call);
        }
    }

    private void ended(String call) {
        scene.agent().call(call, "ENDED");
        scene.tab().call(call, "ENDED");
    }

    /** The system's lines as they came, each once; how long a call took may be a second. */
    private static List<String> lines(Desk desk) {
        return desk.wire().notifications("ms.MessagingEventNotification").stream().flatMap(b -> Desk.changes(b).stream())
                .filter(c -> c.containsKey("metadata") && c.getJsonObject("event").containsKey("message"))
                .map(c -> c.getJsonObject("event").getString("message").replace("0:01", "0:00")).toList();
    }

    @Test
    void anotherLanguageHoldsForTheNextLineAndWhatIsNotSetIsTheDefault() {
        try (scene) {
            set("language", "de", "texts", Body.of("de", Body.of("DECLINED", "Nein \u202E zu {call} =cmd|' /C calc'!A0")));
            ok(scene.tab().declines(scene.rings(VOICE)));
            scene.agent().hears("Nein");
            set("language", "en");
            ok(scene.tab().declines(scene.rings(VOICE)));
            scene.agent().hears("was declined");
            assertEquals(List.of("\u2068Some agent\u2069 lädt Sie zu einem Sprachanruf ein.", "Nein \u202E zu Sprachanruf =cmd|' /C calc'!A0",
                    "\u2068Some agent\u2069 invites you to a voice call.", "The invitation to a voice call was declined."), lines(scene.agent()));
        }
    }
}
