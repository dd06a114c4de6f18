package eyeline.server.log;

import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * Runs inside of WildFly's logging (50-logging.cli): drops what the container, Hibernate and the pool log on behalf of Eyeline, which has
 * logged the same failure itself. Whose behalf it is, the thread says: it carries the class loader of the deployment that it works for.
 */
public final class ToldAlready implements Filter {
    /** How WildFly names the class loaders of {@code eyeline.ear} and its modules; a version may stand before {@code .ear}. */
    private static final String DEPLOYMENT = "deployment.eyeline";

    @Override
    public boolean isLoggable(LogRecord line) {
        ClassLoader works = Thread.currentThread().getContextClassLoader();
        return works == null || works.getName() == null || !works.getName().startsWith(DEPLOYMENT);
    }
}
