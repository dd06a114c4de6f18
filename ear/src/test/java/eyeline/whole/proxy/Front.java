package eyeline.whole.proxy;

import eyeline.whole.Debian;
import eyeline.whole.Product;
import eyeline.whole.wire.Api;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A proxy in front of a product: a program of Debian's with the archive's own file, in which only what is an example there is another. */
public final class Front implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final long PAUSE_MILLIS = 20;

    /** Where it stands: its own ports, the one behind it, and the path below which Eyeline is, perhaps none. */
    public record Place(Product product, int https, int plain, int behind, String path) {

        public String origin() {
            return "https://localhost:" + https;
        }
    }

    /** A text of the archive's file, and what it is here. */
    public record Change(String from, String to) {
    }

    private final Place place;
    private final Process process;
    private final Path folder;
    private final Api api;

    private Front(Place place, Path folder, List<String> command) throws IOException, InterruptedException {
        this.place = place;
        this.folder = folder;
        process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.log").toFile()).start();
        api = new Api(URI.create(place.origin() + place.path()), place.product().trust());
        awaitPort(place.https());
        awaitPort(place.plain());
    }

    /** Starts one; {@code changes}: further ones to the archive's file. */
    static Front of(Kind kind, Place place, Change... changes) throws Exception {
        Debian.install(kind.packageName());
        var folder = Files.createDirectories(Product.target().resolve("proxy")
                .resolve(kind.name().toLowerCase(java.util.Locale.ROOT) + "-" + ProcessHandle.current().pid() + "-" + System.nanoTime()));
        var pem = folder.resolve("front.pem");
        Files.createFile(pem, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(pem, place.product().pem("front"));
        var text = Files.readString(archived(kind.file()));
        for (var change : kind.changes(place, pem, folder)) {
            text = changed(text, change);
        }
        for (var change : changes) {
            text = changed(text, change);
        }
        Files.writeString(folder.resolve(kind.file()), text);
        return new Front(place, folder, kind.command(place, folder));
    }

    /** A file of the archive. */
    static Path archived(String name) {
        return Product.target().resolve("../../release/src/main/proxy").resolve(name).normalize();
    }

    private static String changed(String text, Change change) {
        if (!text.contains(change.from())) {
            throw new IllegalStateException("the file of the archive does not say: " + change.from());
        }
        return text.replace(change.from(), change.to());
    }

    private void awaitPort(int port) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                new Socket(InetAddress.getByName("127.0.0.1"), port).close();
                return;
            } catch (IOException notYet) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    close();
                    throw new IllegalStateException("the proxy did not start: " + Files.readString(folder.resolve("said.log")), notYet);
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
    }

    /** The product as people reach it. */
    public Api api() {
        return api;
    }

    /** Where it has its files. */
    public Path folder() {
        return folder;
    }

    public Place place() {
        return place;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
