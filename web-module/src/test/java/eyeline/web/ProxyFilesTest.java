package eyeline.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.web.socket.SocketLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The archive's files for proxies, as far as they must fit what the server does. */
class ProxyFilesTest {
    private static final Path FOLDER = Path.of("../release/src/main/proxy");

    private static String file(String name) throws IOException {
        return Files.readString(FOLDER.resolve(name)).replaceAll("(?m)#.*$", "");
    }

    /** A proxy that is less patient would end sockets which the server holds to be alive, and nobody would be told why. */
    @ParameterizedTest
    @CsvSource({
        "nginx-reencrypt.conf, proxy_(?:read|send)_timeout ([0-9]+)s, 2",
        "nginx-terminate.conf, proxy_(?:read|send)_timeout ([0-9]+)s, 2",
        "haproxy-reencrypt.cfg, timeout (?:tunnel|client|server) ([0-9]+)s, 3",
        "httpd-terminate.conf, [^n]timeout=([0-9]+), 1",
    })
    void aProxyIsMorePatientWithASilentSocketThanTheServer(String name, String setting, int times) throws IOException {
        var seconds = Pattern.compile(setting).matcher(file(name)).results().map((MatchResult found) -> Long.parseLong(found.group(1))).toList();
        assertEquals(times, seconds.size(), "settings of this name");
        assertTrue(seconds.stream().allMatch(s -> Duration.ofSeconds(s).compareTo(SocketLimits.IDLE) > 0), seconds.toString());
    }

    /** What a proxy passes on of a client's own words about itself would be believed. */
    @ParameterizedTest
    @ValueSource(strings = {"nginx-reencrypt.conf", "nginx-terminate.conf", "haproxy-reencrypt.cfg", "httpd-terminate.conf"})
    void aProxyWritesWhoTheClientIsOverWhatTheClientWrote(String name) throws IOException {
        var text = file(name);
        for (var line : List.of("(set_header|set-header|RequestHeader set) X-Forwarded-For (\\$remote_addr|%\\[src]|\"expr=%\\{CONN_REMOTE_ADDR}\")",
                "(set_header|set-header|RequestHeader set) X-Forwarded-Proto \"?https", "(set_header Forwarded \"\"|del-header Forwarded|RequestHeader unset Forwarded)")) {
            assertEquals(1, Pattern.compile(line).matcher(text).results().count(), line);
        }
        assertFalse(text.contains("add_x_forwarded_for") || text.contains("option forwardfor") || text.contains("add-header"), "nothing is appended");
    }
}
