package eyeline.server.log;

import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * Runs inside of WildFly's logging (50-logging.cli): drops what the container, Hibernate and the pool log on behalf of Eyeline, which has
 * logged the same failure itself. On whose behalf, the thread says: by its class loader, or, where the pool has changed that, by who has called.
 */
public final class ToldAlready implements Filter {
    /** How WildFly names the class loaders of {@code eyeline.ear} and its modules; a version may stand before {@code .ear}. */
    private static final String DEPLOYMENT = "deployment.eyeline";
    private static final StackWalker CALLERS = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);

    @Override
    public boolean isLoggable(LogRecord line) {
        return !isEyelines(Thread.currentThread().getContextClassLoader()) && !CALLERS.walk(callers -> callers.map(StackFrame::getDeclaringClass)
                .anyMatch(caller -> isEyelines(caller.getClassLoader())));
    }

    private static boolean isEyelines(ClassLoader loader) {
        return loader != null && loader.getName() != null && loader.getName().startsWith(DEPLOYMENT);
    }
}
