package eyeline.whole.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The process that loads the server ({@link LoadMain}). */
final class Load implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;

    private Load(List<String> arguments) throws IOException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m", "-XX:+UseSerialGC",
                "-cp", System.getProperty("java.class.path"), LoadMain.class.getName()));
        command.addAll(arguments);
        process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
    }

    static Load of(String... arguments) throws IOException {
        return new Load(List.of(arguments));
    }

    /** All of it is there. */
    void on() {
        tell("on");
    }

    /** What it came to. */
    String off() {
        return tell("off");
    }

    private String tell(String line) {
        try {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.US_ASCII));
            process.getOutputStream().flush();
            var answer = answers.readLine();
            if (answer == null) {
                throw new AssertionError("the load has died");
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
