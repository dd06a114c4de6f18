package eyeline.server.sample;

import static java.util.Map.entry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** The website of an invented brand, on an origin of its own: plain pages, and some of the kinds that websites have today, each with the tag of Eyeline. */
public final class SampleShop implements AutoCloseable {
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};
    private static final String[] SUITES = {"TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384",
        "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256", "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384"};
    private static final Map<String, String> FILES = Map.ofEntries(entry("/", "index.html"), entry("/products", "products.html"),
            entry("/contact", "contact.html"), entry("/stories", "stories.html"), entry("/stories/oak", "oak.html"),
            entry("/stories/mending", "mending.html"), entry("/lookbook", "lookbook.html"), entry("/fit", "fit.html"),
            entry("/visits.js", "visits.js"), entry("/shop.css", "shop.css"), entry("/furniture.svg", "furniture.svg"),
            entry("/favicon.svg", "favicon.svg"));
    private static final Map<String, String> TYPES = Map.of("html", "text/html; charset=utf-8", "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8", "svg", "image/svg+xml");

    private final HttpsServer server;
    private final ExecutorService threads;
    private final String eyeline;

    private SampleShop(HttpsServer server, ExecutorService threads, String eyeline) {
        this.server = server;
        this.threads = threads;
        this.eyeline = eyeline;
    }

    /** {@code eyeline}: where Eyeline is, without a slash at the end. */
    public static SampleShop start(int port, String eyeline, KeyStore keys, String password) throws IOException, GeneralSecurityException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setHttpsConfigurator(new OnlyStrongTls(context(keys, password)));
        ExecutorService threads = Executors.newFixedThreadPool(4, SampleShop::daemon);
        SampleShop shop = new SampleShop(server, threads, eyeline);
        server.setExecutor(threads);
        server.createContext("/", shop::serve);
        server.start();
        return shop;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "sample-shop");
        thread.setDaemon(true);
        return thread;
    }

    private static SSLContext context(KeyStore keys, String password) throws GeneralSecurityException {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, password.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String file = FILES.get(exchange.getRequestURI().getPath());
            boolean read = exchange.getRequestMethod().equals("GET") || exchange.getRequestMethod().equals("HEAD");
            if (file == null || !read) {
                exchange.sendResponseHeaders(read ? 404 : 405, -1);
                return;
            }
            byte[] body = content(file);
            exchange.getResponseHeaders().set("Content-Type", TYPES.get(file.substring(file.lastIndexOf('.') + 1)));
            exchange.getResponseHeaders().set("Cache-Control", "no-cache");
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            boolean withBody = exchange.getRequestMethod().equals("GET");
            exchange.sendResponseHeaders(200, withBody ? body.length : -1);
            if (withBody) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private byte[] content(String file) throws IOException {
        try (InputStream in = SampleShop.class.getResourceAsStream("shop/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("{{eyeline}}", eyeline).getBytes(StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** The same protocols and suites as Eyeline's own listener. */
    private static final class OnlyStrongTls extends HttpsConfigurator {
        OnlyStrongTls(SSLContext context) {
            super(context);
        }

        @Override
        public void configure(HttpsParameters parameters) {
            SSLParameters strong = getSSLContext().getDefaultSSLParameters();
            strong.setProtocols(PROTOCOLS);
            strong.setCipherSuites(SUITES);
            parameters.setSSLParameters(strong);
        }
    }
}
