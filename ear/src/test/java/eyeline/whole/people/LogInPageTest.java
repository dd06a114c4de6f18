package eyeline.whole.people;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eyeline.whole.OnTheProduct;
import eyeline.whole.Product;
import eyeline.whole.wire.AgentDesk;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The log-in as docs/rest.md shows it: that body is taken, and that answer comes. */
@OnTheProduct
class LogInPageTest {
    private static final String UNSAID = "…";

    @Test
    void theBodyOnThePageLogsInAndTheAnswerIsTheOneOnThePage(Product product) throws Exception {
        var page = Files.readString(Path.of(System.getProperty("eyeline.docs"), "rest.md"));
        var answer = product.api().post("/api/account/10000001/login", block(page, "log-in").replace(UNSAID, AgentDesk.PASSWORD), Map.of());
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals(read(block(page, "logged-in")), asOn(read(block(page, "logged-in")), read(answer.body())));
        for (var cookie : answer.headers().allValues("Set-Cookie")) {
            assertEquals(true, page.contains("`" + cookie.substring(0, cookie.indexOf('=')) + "`"), cookie);
        }
    }

    private static String block(String page, String name) {
        var block = Pattern.compile("```json " + name + "\n(.*?)\n```", Pattern.DOTALL).matcher(page);
        block.find();
        return block.group(1);
    }

    private static JsonObject read(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    /** The answer with the page's dots where the page has dots. */
    private static JsonObject asOn(JsonObject shown, JsonObject answer) {
        var object = Json.createObjectBuilder(answer);
        shown.forEach((name, value) -> {
            if (value instanceof JsonString text && text.getString().equals(UNSAID) && answer.get(name) instanceof JsonString) {
                object.add(name, UNSAID);
            }
        });
        return object.build();
    }
}
