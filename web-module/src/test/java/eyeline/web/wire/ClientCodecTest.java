package eyeline.web.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.core.conversation.ConversationState;
import eyeline.core.conversation.FieldChange;
import eyeline.core.conversation.Publication;
import eyeline.core.result.RefusalReason;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClientCodecTest {

    static Stream<Map.Entry<String, String>> clientBlocks() {
        return Fixtures.blocks().entrySet().stream().filter(block -> block.getKey().matches(".* (agent|consumer|both).*"));
    }

    static List<Path> valid() {
        return Fixtures.files("valid");
    }

    static List<Path> invalid() {
        return Fixtures.files("invalid");
    }

    @ParameterizedTest
    @MethodSource
    void clientBlocks(Map.Entry<String, String> block) {
        var good = good(block.getValue());
        assertEquals(block.getKey().split(" ")[0], good.type().wireName());
    }

    @Test
    void theDocumentDescribesEveryCallAndRoutingRequest() {
        var documented = clientBlocks().map(block -> block.getKey().split(" ")[0]).toList();
        Stream.of(RequestType.values()).map(RequestType::wireName)
                .filter(name -> name.startsWith("call.") || name.startsWith("routing."))
                .forEach(name -> assertTrue(documented.contains(name), name));
    }

    @ParameterizedTest
    @MethodSource
    void valid(Path file) {
        good(Fixtures.text(file));
    }

    @ParameterizedTest
    @MethodSource
    void invalid(Path file) {
        var fixture = StrictJson.read(Fixtures.text(file)).orElseThrow();
        var received = ClientCodec.read(fixture.getString("text"));
        if (fixture.getString("outcome").equals("CLOSE_1007")) {
            assertInstanceOf(Received.Unreadable.class, received);
        } else {
            var answer = assertInstanceOf(Received.Refused.class, received).answer();
            assertEquals(400, answer.code());
            assertEquals(fixture.getString("field"), answer.body().orElseThrow().asJsonObject().getString("field"));
            assertEquals("MALFORMED", answer.body().orElseThrow().asJsonObject().getString("reason"));
        }
    }

    @Test
    void answersANumericIdAsAString() {
        var answer = Responses.to(good("{\"id\":1,\"type\":\"KeepAlive\"}")).done().text();
        assertTrue(answer.contains("\"reqId\":\"1\""), answer);
    }

    @Test
    void takesBothStatesForAMissingFilter() {
        var filter = subscription("{\"id\":1,\"type\":\"cqm.SubscribeExConversations\"}").filter();
        assertEquals(Set.of(ConversationState.OPEN, ConversationState.CLOSE), filter.states());
    }

    @Test
    void ignoresStatesThatAreNotKnown() {
        var filter = subscription(
                "{\"id\":1,\"type\":\"cqm.SubscribeExConversations\",\"body\":{\"convState\":[\"OPEN\",\"LOCKED\"]}}").filter();
        assertEquals(Set.of(ConversationState.OPEN), filter.states());
    }

    @Test
    void takesAStageAloneForAState() {
        var filter = subscription(
                "{\"id\":1,\"type\":\"cqm.SubscribeExConversations\",\"body\":{\"stage\":\"CLOSE\"}}").filter();
        assertEquals(Set.of(ConversationState.CLOSE), filter.states());
    }

    @Test
    void readsCloseOfTheMainDialogAsCloseOfTheConversation() {
        var update = (Request.UpdateConversation) good("""
                {"id":1,"type":"cm.UpdateConversationField","body":{"conversationId":"8d0f5a1e-1111-4c1c-9a51-5c1b6b1d0a01",
                "conversationField":{"field":"DialogChange","type":"UPDATE",
                "dialog":{"dialogId":"8d0f5a1e-1111-4c1c-9a51-5c1b6b1d0a01","state":"CLOSE","closedCause":"done"}}}}""").request();
        assertEquals(List.of(new FieldChange.Close(Optional.of("done"))), update.changes());
    }

    @Test
    void writesOneSequenceAsAnArray() {
        var publication = ((Request.PublishEvent) good(
                Fixtures.text(Path.of("src/test/resources/wire/valid/publish-read-one-number.json"))).request()).publication();
        assertEquals(Publication.Kind.ACCEPT_STATUS, publication.kind());
        assertTrue(publication.event().contains("\"sequenceList\":[4]"), publication.event());
    }

    @Test
    void keepsTextAsItWasSent() {
        var publication = ((Request.PublishEvent) good(
                Fixtures.text(Path.of("src/test/resources/wire/valid/publish-text.json"))).request()).publication();
        var event = StrictJson.read(publication.event()).orElseThrow();
        assertEquals("<b>Hello</b> \"you\" 👋", event.getString("message"));
        assertEquals("[{\"type\":\"MessageKey\",\"key\":\"k1\"}]", publication.metadata().orElseThrow());
    }

    @Test
    void knowsWhichWindowTakesCalls() {
        var init = (Request.InitConnection) good(
                Fixtures.text(Path.of("src/test/resources/wire/valid/init-connection.json"))).request();
        assertEquals(Set.of("CO_BROWSE", "RICH_CONTENT"), init.features());
        assertEquals("aaa.bbb.ccc", init.token().orElseThrow());
        assertEquals(Set.of("CO_BROWSE"), HeadersReader.features("{\"type\":\".ClientProperties\",\"features\":[\"CO_BROWSE\"]}"));
        assertEquals(Set.of(), HeadersReader.features("nonsense"));
    }

    @Test
    void aNumberOfAThousandDigitsIsNoNumber() {
        assertInstanceOf(Received.Unreadable.class, ClientCodec.read("{\"id\":1,\"type\":\"KeepAlive\",\"body\":{\"n\":" + "9".repeat(1_200) + "}}"));
        assertEquals(Optional.empty(), StrictJson.read("{\"n\":0." + "1".repeat(1_200) + "}"));
        assertTrue(StrictJson.read("{\"n\":-1.2345678901234567e-300}").isPresent());
    }

    @Test
    void namesTheTextThatCannotBeKept() {
        for (var text : List.of("\\u0000", "\\ud83d", "\\udc00\\ud83d", "x\\ud83dx")) {
            assertEquals(Optional.of("a.b[1]"), StrictJson.look("{\"a\":{\"b\":[\"\",\"" + text + "\"]}}").orElseThrow().unsound(), text);
            assertEquals(Optional.of("a"), StrictJson.look("{\"a\":{\"" + text + "\":1}}").orElseThrow().unsound(), text);
            assertEquals(Optional.empty(), StrictJson.read("{\"a\":\"" + text + "\"}"), text);
        }
        assertEquals(Optional.empty(), StrictJson.look("{\"a\":\"\\ud83d\\ude00 \\u0001\"}").orElseThrow().unsound());
    }

    /** The page must not promise what the server refuses, nor refuse what it would take. */
    @Test
    void thePageAndTheServerHaveOneLimitOfAText() throws java.io.IOException {
        var module = java.nio.file.Files.readString(Path.of("src/main/webapp/js/conversation/message-text.js"));
        assertTrue(module.contains("export const MESSAGE_LIMIT = " + String.format(java.util.Locale.ROOT, "%,d", Limits.CONTENT).replace(',', '_') + ";"), module);
    }

    @Test
    void passesOnNothingOfASignalButWhatItsKindHas() {
        var signal = (Request.Signal) good("""
                {"id":1,"type":"call.Signal","body":{"callId":"8d0f5a1e-1111-4c1c-9a51-5c1b6b1d0a01","round":1,"seq":1,
                "signal":{"kind":"description","candidate":{"candidate":""},"more":1,
                "description":{"type":"offer","sdp":"v=0","other":"192.0.2.7"}}}}""").request();
        assertEquals("{\"kind\":\"description\",\"description\":{\"type\":\"offer\",\"sdp\":\"v=0\"}}", signal.signal());
    }

    @Test
    void showsNoSecretInText() {
        assertFalse(good(Fixtures.text(Path.of("src/test/resources/wire/valid/init-connection.json"))).toString().contains("aaa"));
        assertFalse(good(Fixtures.blocks().get("call.Signal both description")).toString().contains("v=0"));
        assertFalse(good(Fixtures.blocks().get("call.Resume both")).toString().contains("q1Jx0Qm3"));
    }

    private static Request.SubscribeConversations subscription(String text) {
        return (Request.SubscribeConversations) good(text).request();
    }

    private static Received.Good good(String text) {
        return assertInstanceOf(Received.Good.class, ClientCodec.read(text));
    }

    @Test
    void aMessageIsRefusedUnreadByTheIdAtItsBeginning() {
        var refused = ClientCodec.refusal("{\"kind\":\"req\",\"id\":\"17\",\"type\":\"KeepAlive\",\"body\":" + "[".repeat(40_000), RefusalReason.TOO_MANY).orElseThrow();
        assertEquals(429, refused.code());
        assertEquals("17", refused.requestId());
        assertEquals(((Received.Good) ClientCodec.read("{\"id\":\"1\",\"type\":\"KeepAlive\"}")).type().responseName(), refused.type());
        assertEquals("5", ClientCodec.refusal("{\"id\" : 5}", RefusalReason.TOO_MANY).orElseThrow().requestId());
        assertTrue(ClientCodec.refusal(" ".repeat(600) + "{\"id\":5}", RefusalReason.TOO_MANY).isEmpty());
        assertTrue(ClientCodec.refusal("nonsense", RefusalReason.TOO_MANY).isEmpty());
    }
}
