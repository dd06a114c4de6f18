package eyeline.operator;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.PrintStream;
import java.util.function.UnaryOperator;

/** What a command says: sentences to a person; or, with {@code --json}, the same and its facts as one JSON object at the end. */
public final class Answer {
    /** Lines are no wider, whatever the terminal. */
    public static final int WIDTH = 80;

    private final PrintStream out;
    private final boolean json;
    private final boolean colours;
    private final JsonArrayBuilder said = Json.createArrayBuilder();
    private JsonObjectBuilder facts = Json.createObjectBuilder();

    Answer(PrintStream out, boolean json, boolean colours) {
        this.out = out;
        this.json = json;
        this.colours = colours && !json;
    }

    public void say(String sentence) {
        if (json) {
            said.add(sentence);
        } else {
            out.println(sentence);
        }
    }

    /** For a person alone: how far a long act has come, or a table whose rows are facts too. */
    public void show(String line) {
        if (!json) {
            out.println(line);
        }
    }

    public Answer fact(String name, String value) {
        return fact(name, Json.createValue(value));
    }

    public Answer fact(String name, int value) {
        return fact(name, Json.createValue(value));
    }

    public Answer fact(String name, JsonValue value) {
        facts.add(name, value);
        return this;
    }

    /** The text in a colour of ANSI terminals (31 red, 32 green, 33 yellow); as it is where no colours are wanted. */
    public String coloured(int colour, String text) {
        UnaryOperator<String> paint = plain -> "\u001b[" + colour + "m" + plain + "\u001b[0m";
        return colours ? paint.apply(text) : text;
    }

    boolean colours() {
        return colours;
    }

    void end(String command, int exitCode, String outcome) {
        if (json) {
            var object = Json.createObjectBuilder().add("command", command).add("exitCode", exitCode).add("outcome", outcome)
                    .add("program", Release.version());
            out.println(object.addAll(facts).add("said", said).build());
        }
    }
}
