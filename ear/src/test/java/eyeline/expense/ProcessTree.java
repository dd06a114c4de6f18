package eyeline.expense;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** This JVM and everything that it started, and what they started: servers, browsers, relays. Known on Linux only, from {@code /proc}. */
final class ProcessTree {
    /** Ticks of the kernel's own clock for programs, the same on every Linux. */
    private static final double TICKS_A_SECOND = 100;
    /** In {@code /proc/…/stat}, counted after the name: of the process in user and system mode, and of its ended children in both. */
    private static final int FIRST = 11;
    private static final int LAST = 14;

    private ProcessTree() {
    }

    /** Processor seconds so far, those of ended processes too; 0 where nobody knows. PostgreSQL's own are not in it: it leaves the tree. */
    static double seconds() {
        var self = ProcessHandle.current();
        return Stream.concat(Stream.of(self), self.descendants()).mapToLong(ProcessTree::ticks).sum() / TICKS_A_SECOND;
    }

    private static long ticks(ProcessHandle process) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = 0;
            for (int i = FIRST; i <= LAST; i++) {
                ticks += Long.parseLong(fields[i]);
            }
            return ticks;
        } catch (IOException e) {
            return 0; // it has ended since, and is counted with its parent, or there is no /proc
        }
    }
}
