package eyeline.whole.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.whole.OnTheProduct;
import eyeline.whole.Product;
import eyeline.whole.wire.Scene;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code eyeline verify} against the product itself, as a program of its own: what it asks is what Eyeline answers. */
@OnTheProduct
class OperatorsProgramTest {

    @Test
    void whatRunsIsFoundWell(Product product) throws Exception {
        var ran = run("verify", product.origin(), "--trust", product.authority().toString(), "--account", Scene.ACCOUNT, "--json");

        var reds = rows(ran).stream().filter(row -> row.getString("colour").equals("red")).toList();
        assertEquals(List.of(), reds);
        assertEquals(0, ran.getInt("exitCode"));
        for (var asked : List.of("TLS", "Certificate's trust", "Discovery", "Agents' log-in page", "Console", "Backend console", "Socket", "Clock")) {
            assertTrue(rows(ran).stream().anyMatch(row -> row.getString("what").equals(asked) && row.getString("colour").equals("green")), asked + " in " + ran);
        }
    }

    private static List<JsonObject> rows(JsonObject ran) {
        return ran.getJsonArray("rows").getValuesAs(JsonObject.class);
    }

    private static JsonObject run(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "-cp", System.getProperty("java.class.path"), "eyeline.operator.Eyeline"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        process.getOutputStream().close();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        try (var reader = Json.createReader(new StringReader(out))) {
            return reader.readObject();
        }
    }
}
