package eyeline.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The pages of the project, as the tests of documents read them: its Markdown files, and their fenced blocks. */
final class Pages {
    static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    static final Path OPERATIONS = PROJECT.resolve("docs/operations");

    private static final Set<String> NOT_OURS = Set.of("target", ".git", "node_modules", "data");
    private static final Pattern FENCE = Pattern.compile("^( *)```(.*)$");

    /** A fenced block: where it stands, what its first line says it is, its text without the page's indentation. */
    record Block(Path page, int line, String kind, String text) {

        String where() {
            return PROJECT.relativize(page) + ":" + line;
        }
    }

    private Pages() {
    }

    /** Every Markdown file of the project. */
    static List<Path> all() throws IOException {
        return under(PROJECT, ".md");
    }

    /** Those for operators, in the order of their names. */
    static List<Path> operations() throws IOException {
        return under(OPERATIONS, ".md");
    }

    /** The files below a folder whose names end so, but for what a build made. */
    static List<Path> under(Path folder, String ending) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
                return NOT_OURS.contains(inner.getFileName().toString()) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(ending)) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found.stream().sorted().toList();
    }

    /** The version that the POM names. */
    static String version() throws IOException {
        var version = Pattern.compile("<artifactId>eyeline</artifactId>\\s*<version>([^<]+)</version>").matcher(Files.readString(PROJECT.resolve("pom.xml")));
        if (!version.find()) {
            throw new AssertionError("no version in the POM");
        }
        return version.group(1);
    }

    static List<Block> blocks(Path page) {
        List<Block> found = new ArrayList<>();
        List<String> lines = lines(page);
        for (int i = 0; i < lines.size(); i++) {
            var fence = FENCE.matcher(lines.get(i));
            if (fence.matches()) {
                int first = i + 1;
                var text = new StringBuilder();
                while (!FENCE.matcher(lines.get(++i)).matches()) {
                    text.append(lines.get(i).replaceFirst("^" + fence.group(1), "")).append('\n');
                }
                found.add(new Block(page, first, fence.group(2).strip(), text.toString()));
            }
        }
        return found;
    }

    /** The lines that are prose: fenced blocks are empty lines. */
    static List<String> prose(Path page) {
        List<String> prose = new ArrayList<>();
        boolean fenced = false;
        for (String line : lines(page)) {
            boolean fence = FENCE.matcher(line).matches();
            prose.add(fence || fenced ? "" : line);
            fenced ^= fence;
        }
        return prose;
    }

    private static List<String> lines(Path page) {
        try {
            return Files.readAllLines(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
