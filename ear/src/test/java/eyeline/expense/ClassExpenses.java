package eyeline.expense;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Keeps for each class of tests how long it took and what its JVM, servers and browsers computed meanwhile; {@link SlowestTwenty} reads it. */
public final class ClassExpenses implements TestExecutionListener {
    private record Begin(long nanos, double processor) {
    }

    private final Map<String, Begin> begins = new HashMap<>();

    @Override
    public void executionStarted(TestIdentifier test) {
        outermostClass(test).ifPresent(name -> begins.put(name, new Begin(System.nanoTime(), ProcessTree.seconds())));
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        var target = System.getProperty("eyeline.target");
        var begin = outermostClass(test).map(begins::remove);
        if (target == null || begin.isEmpty()) {
            return; // inside of WildFly nobody counts
        }
        var ordinary = test.getTags().stream().map(TestTag::getName).noneMatch(tag -> tag.equals("long") || tag.equals("alone") || tag.equals("oidc"));
        try {
            new Expense(outermostClass(test).orElseThrow(), (System.nanoTime() - begin.get().nanos) / 1e9,
                    ProcessTree.seconds() - begin.get().processor, Yardstick.millis(), ordinary).writeInto(Path.of(target, "expenses"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> outermostClass(TestIdentifier test) {
        return test.getSource().filter(ClassSource.class::isInstance).map(source -> ((ClassSource) source).getClassName()).filter(name -> !name.contains("$"));
    }
}
