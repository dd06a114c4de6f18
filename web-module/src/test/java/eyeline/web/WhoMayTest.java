package eyeline.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import eyeline.web.wire.RequestType;
import eyeline.web.wire.Side;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/who-may.md has a row for every endpoint and every message, and no other; the running product is held to it elsewhere. */
class WhoMayTest {

    @Test
    void hasARowForEveryEndpointWithWhoMayUseIt() throws IOException {
        assertEquals(endpoints(), rows("endpoint", 2));
    }

    @Test
    void hasARowForEveryMessageWithWhoMaySendIt() throws IOException {
        var messages = Arrays.stream(RequestType.values()).collect(Collectors.toMap(RequestType::name,
                type -> (type.maySend(Side.CONSUMER) ? "consumer" : "") + (type.maySend(Side.AGENT) ? " agent" : ""),
                (one, other) -> one, TreeMap::new));
        messages.replaceAll((type, who) -> who.strip());
        assertEquals(messages, rows("message", 2));
    }

    private static Map<String, String> endpoints() {
        var found = new TreeMap<String, String>();
        resources().forEach(resource -> Arrays.stream(resource.getDeclaredMethods()).forEach(method -> verb(method).ifPresent(verb ->
                found.put(verb + " " + path(resource, method), who(resource, method)))));
        assertTrue(found.size() > 20, "resources are not found: " + found);
        return found;
    }

    private static Stream<Class<?>> resources() {
        return new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("eyeline.web").stream()
                .filter(type -> type.isAnnotatedWith(Path.class)).map(JavaClass::reflect);
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations()).map(a -> a.annotationType().getAnnotation(HttpMethod.class))
                .filter(a -> a != null).map(HttpMethod::value).findFirst();
    }

    /** Without the patterns of its parameters. */
    private static String path(Class<?> resource, Method method) {
        var path = resource.getAnnotation(Path.class).value()
                + Optional.ofNullable(method.getAnnotation(Path.class)).map(Path::value).orElse("");
        return path.replaceAll("\\{(\\w+):.*\\}$", "{$1}");
    }

    private static String who(Class<?> resource, Method method) {
        if (method.isAnnotationPresent(PermitAll.class)) {
            return "anybody";
        }
        return Optional.ofNullable(method.getAnnotation(RolesAllowed.class))
                .or(() -> Optional.ofNullable(resource.getAnnotation(RolesAllowed.class)))
                .map(allowed -> Arrays.stream(allowed.value()).map(String::toLowerCase).sorted().collect(Collectors.joining(" ")))
                .orElse("nobody");
    }

    private static Map<String, String> rows(String first, int columns) throws IOException {
        var lines = Files.readAllLines(java.nio.file.Path.of("../docs/who-may.md"));
        int at = lines.stream().map(WhoMayTest::cells).toList().indexOf(
                lines.stream().map(WhoMayTest::cells).filter(c -> c.size() == columns && c.get(0).equals(first)).findFirst().orElseThrow());
        return lines.stream().skip(at + 2L).takeWhile(line -> line.startsWith("|")).map(WhoMayTest::cells)
                .collect(Collectors.toMap(c -> c.get(0).replace("`", ""), c -> c.get(1), (one, other) -> {
                    throw new IllegalArgumentException("two rows for one thing");
                }, TreeMap::new));
    }

    private static List<String> cells(String line) {
        return line.startsWith("|") ? Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList() : List.of();
    }
}
