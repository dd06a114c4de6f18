package eyeline.whole.proxy;

import eyeline.server.Ports;
import eyeline.whole.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One product for all tests of this JVM that have a proxy in front: with a public address, one trusted proxy (127.0.0.1), a listener for proxies, its
 * passwords in a credential store and a file. {@code secrets}: all that it has.
 */
public record BehindProxies(Product product, Ports ports, String path, Set<String> secrets) implements AutoCloseable {

    /** Gives it to whoever asks; it is started for the first one. */
    public static final class Extension implements ParameterResolver {
        private static final Namespace HERE = Namespace.create(Extension.class);

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == BehindProxies.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getStore(StoreScope.LAUNCHER_SESSION, HERE).computeIfAbsent(BehindProxies.class, key -> below(""), BehindProxies.class);
        }
    }

    /** One that shares its host: it is below this path. */
    public static BehindProxies below(String path) {
        try {
            return started(Ports.free(), path);
        } catch (Exception e) {
            throw new IllegalStateException("the product behind proxies did not start: " + e.getMessage(), e);
        }
    }

    private static BehindProxies started(Ports ports, String path) throws Exception {
        var data = Product.target().resolve("product").resolve("behind-proxies-" + UUID.randomUUID());
        Files.createDirectories(data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var kept = Stream.of("database.admin", "database.owner", "database.application", "keystores", "turn")
                .collect(Collectors.toMap(name -> name, name -> UUID.randomUUID().toString()));
        Files.write(data.resolve("secrets.properties"), kept.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList());
        var signing = Files.writeString(data.resolve("signing-password"), kept.get("keystores") + "\n");
        var store = UUID.randomUUID().toString();
        // each script twice: they may run again at any time
        var home = ConfiguredHome.with(Map.of("database", kept.get("database.application"), "tls", kept.get("keystores")), store,
                "optional/70-behind-proxy.cli", "optional/70-behind-proxy.cli", "optional/72-credential-store.cli", "optional/72-credential-store.cli");
        var address = "https://localhost:" + ports.https() + path;
        var product = Product.startBehind(address, home, data, Map.of("EYELINE_PUBLIC_ADDRESS", address,
                "EYELINE_TRUSTED_PROXIES", "127.0.0.1, ::1", "EYELINE_PROXY_PORT", "" + ports.shop(),
                "EYELINE_STORE_PASSWORD", store, "EYELINE_DB_PASSWORD", "of no use", "EYELINE_TLS_PASSWORD", "",
                "EYELINE_SIGNING_PASSWORD", "", "EYELINE_SIGNING_PASSWORD_FILE", signing.toString()));
        return new BehindProxies(product, ports, path, Stream.concat(kept.values().stream(), Stream.of(store)).collect(Collectors.toSet()));
    }

    /** A proxy in front, started. */
    public Front front(Kind kind, Front.Change... changes) throws Exception {
        return Front.of(kind, new Front.Place(product, ports.https(), ports.http(), kind.terminates() ? proxyPort() : product.httpsPort(), path), changes);
    }

    /** Where people reach it, if a proxy is there. */
    public int publicPort() {
        return ports.https();
    }

    /** Where plain HTTP is answered for proxies. */
    public int proxyPort() {
        return ports.shop();
    }

    @Override
    public void close() throws IOException {
        product.close();
    }
}
