package eyeline.release;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.function.Consumer;
import java.util.zip.ZipInputStream;

/**
 * A file of the archive, or of a jar, WAR or EAR in it: {@code path} is then that of the jar, {@code !/}, and the path inside;
 * {@code time} is that of the clock on the wall which a zip has.
 */
record Entry(String path, byte[] content, LocalDateTime time) {

    /** Whether we made it: the libraries of others are what they are. */
    boolean isOurs() {
        return path.replaceFirst("![^!]*$", "").matches(".*(^|/)eyeline[\\w.-]*(\\.jar|\\.war|\\.ear|\\.zip)") || !path.contains("!");
    }

    /** Everything below a folder, and what is packed in it. */
    static void walk(Path folder, Consumer<Entry> visitor) throws IOException {
        for (var file : Archive.files(folder)) {
            visit(new Entry(file, Files.readAllBytes(folder.resolve(file)), LocalDateTime.MIN), visitor);
        }
    }

    /** Everything in a jar, EAR or zip, and what is packed in that. */
    static void walkZip(Path file, Consumer<Entry> visitor) throws IOException {
        try (var in = Files.newInputStream(file)) {
            inside(file.getFileName().toString(), in, visitor);
        }
    }

    private static void visit(Entry entry, Consumer<Entry> visitor) throws IOException {
        visitor.accept(entry);
        if (entry.path.matches(".*\\.(jar|war|ear)")) {
            inside(entry.path, new ByteArrayInputStream(entry.content), visitor);
        }
    }

    private static void inside(String path, InputStream packed, Consumer<Entry> visitor) throws IOException {
        var zip = new ZipInputStream(packed);
        for (var each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
            visit(new Entry(path + "!/" + each.getName(), each.isDirectory() ? new byte[0] : zip.readAllBytes(), each.getTimeLocal()), visitor);
        }
    }
}
