package eyeline.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/eyeline}, with a Java that only says what it was asked. */
class StartScriptTest {
    @TempDir
    Path temp;
    private Path script;

    private record Ended(int code, String said) {
    }

    @BeforeEach
    void installed() throws Exception {
        script = temp.resolve("an archive/bin/eyeline");
        Files.createDirectories(script.getParent());
        Files.copy(Path.of("../release/src/main/bin/eyeline"), script);
    }

    @Test
    void runsTheJavaOfItsHomeWithTheLibrariesBeside() throws Exception {
        java("jdk", "openjdk version \"17.0.15\" 2025-04-15");
        var ended = run(script, Map.of("JAVA_HOME", temp.resolve("jdk").toString()), "migrate", "two words");
        assertEquals(0, ended.code(), ended.said());
        assertTrue(ended.said().contains("[-cp][" + temp.resolve("an archive/lib/*") + "][eyeline.operator.Eyeline][migrate][two words]"), ended.said());
    }

    @Test
    void findsItsFolderBehindALinkAndJavaInThePath() throws Exception {
        java("jdk", "Picked up JAVA_TOOL_OPTIONS: -Dx=y\nopenjdk version \"25\" 2025-09-16");
        Path link = Files.createSymbolicLink(temp.resolve("link"), script);
        var ended = run(link, Map.of("PATH", temp.resolve("jdk/bin") + ":/usr/bin:/bin"), "check");
        assertEquals(0, ended.code(), ended.said());
        assertTrue(ended.said().contains("an archive/lib/*"), ended.said());
    }

    @Test
    void saysWhatIsWrongWithJava() throws Exception {
        java("old", "java version \"1.8.0_392\"");
        java("mute", "what?");
        refused(Map.of("JAVA_HOME", temp.resolve("old").toString()), "is too old. Java 17 or newer is needed");
        refused(Map.of("JAVA_HOME", temp.resolve("mute").toString()), "does not say which version");
        refused(Map.of("JAVA_HOME", temp.resolve("missing").toString()), "there is no bin/java in it");
        program("tools/dirname", "exec /usr/bin/dirname \"$@\"");
        refused(Map.of("PATH", temp.resolve("tools").toString()), "Java is missing");
    }

    private void refused(Map<String, String> environment, String words) throws Exception {
        var ended = run(script, environment, "migrate");
        assertEquals(2, ended.code(), ended.said());
        assertTrue(ended.said().contains(words), ended.said());
    }

    private void java(String home, String version) throws Exception {
        program(home + "/bin/java", "if [ \"$1\" = -version ]; then cat >&2 <<'end'\n" + version + "\nend\nelse printf '[%s]' \"$@\"; fi");
    }

    private void program(String path, String script) throws Exception {
        Path program = temp.resolve(path);
        Files.createDirectories(program.getParent());
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Ended run(Path script, Map<String, String> environment, String... arguments) throws Exception {
        var command = new java.util.ArrayList<>(java.util.List.of("/bin/sh", script.toString()));
        command.addAll(java.util.List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }
}
