package eyeline.operator;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A command that was run: its exit code and what stood on its outputs. */
public record Ran(int code, String out, String err) {

    public static Ran of(Map<String, String> environment, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code = Eyeline.run(Settings.of(environment), stream(out), stream(err), arguments);
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The one object on the standard output. */
    public JsonObject json() {
        try (var reader = Json.createReader(new StringReader(out))) {
            return reader.readObject();
        }
    }

    public String all() {
        return out + err;
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
