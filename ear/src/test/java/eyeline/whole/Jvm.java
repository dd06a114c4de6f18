package eyeline.whole;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** WildFly's JVM as an operator looks at it, with {@code jcmd}. */
public final class Jvm {
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");
    private final long pid;

    private Jvm(long pid) {
        this.pid = pid;
    }

    public static Jvm of(Product product) {
        return new Jvm(product.pid());
    }

    /** Bytes of living objects: the histogram collects garbage first. */
    public long usedHeapAfterCollection() {
        var histogram = jcmd("GC.class_histogram");
        var total = TOTAL.matcher(histogram);
        if (!total.find()) {
            throw new IllegalStateException("no total in " + histogram);
        }
        return Long.parseLong(total.group(1));
    }

    /** Writes the living objects to a file. */
    public Path heapDump(Path to) {
        jcmd("GC.heap_dump", to.toString());
        return to;
    }

    private String jcmd(String... arguments) {
        var command = new java.util.ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        command.add(Long.toString(pid));
        command.addAll(java.util.List.of(arguments));
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var output = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + ": " + output);
            }
            return output;
        } catch (IOException e) {
            throw new IllegalStateException("jcmd of a JDK is needed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
